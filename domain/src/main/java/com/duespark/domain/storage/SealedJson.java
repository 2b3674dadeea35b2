package com.duespark.domain.storage;

import com.duespark.domain.secrets.Confidential;
import com.duespark.domain.secrets.Sealed;
import com.duespark.domain.shared.Json;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** {@link Json} as it is stored: what is {@link Confidential} in it is sealed (PRV-02). */
final class SealedJson {

  private final JsonMapper mapper;

  SealedJson(Sealed box) {
    mapper =
        Json.with(
            new SimpleModule()
                .addSerializer(Confidential.class, new Sealing(box))
                .addDeserializer(Confidential.class, new Opening(box)));
  }

  String write(Object value) {
    return mapper.writeValueAsString(value);
  }

  <T> T read(String json, Class<T> type) {
    return mapper.readValue(json, type);
  }

  private static final class Sealing extends ValueSerializer<Confidential> {
    private final Sealed box;

    Sealing(Sealed box) {
      this.box = box;
    }

    @Override
    public void serialize(Confidential value, JsonGenerator json, SerializationContext context) {
      json.writeString(box.seal(value.text()));
    }
  }

  private static final class Opening extends ValueDeserializer<Confidential> {
    private final Sealed box;

    Opening(Sealed box) {
      this.box = box;
    }

    @Override
    public Confidential deserialize(JsonParser json, DeserializationContext context) {
      return new Confidential(box.open(json.getString()));
    }
  }
}
