package com.duespark.domain.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bytes that an entry is hashed as: its place, then every column, each with its length; JSON by
 * its meaning, keys in order, numbers as they are written. Personal values are their salted hashes,
 * so that an erased entry has the same bytes. Changing this breaks every chain there is.
 */
final class Canonical {

  /** Numbers keep all their digits. */
  private static final JsonMapper EXACT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNumberLength(1_000_000).build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final TypeReference<Map<String, String>> SALTS = new TypeReference<>() {};

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
  private final Map<String, String> salts;
  private boolean anyErased;

  private Canonical(@Nullable String salts) {
    this.salts = salts == null ? Map.of() : EXACT.readValue(salts, SALTS);
  }

  /** An entry at its place. */
  static Canonical of(StoredEntry entry, long place) {
    var form = new Canonical(entry.salts());
    form.number(place);
    form.id(entry.id());
    form.id(entry.tenantId());
    form.text(entry.actor());
    form.text(entry.action());
    form.text(entry.entityType());
    form.id(entry.entityId());
    form.json("before", entry.before());
    form.json("after", entry.after());
    form.address(entry.ipAddress());
    form.text(entry.requestId());
    form.text(entry.workflowId());
    form.number(micros(entry.createdAt()));
    return form;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  /** Whether personal values of it are gone. */
  boolean isErased() {
    return anyErased;
  }

  static long micros(Instant moment) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
  }

  private void number(long value) {
    bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
  }

  private void id(@Nullable UUID id) {
    bytes.write(id == null ? 0 : 1);
    if (id != null) {
      number(id.getMostSignificantBits());
      number(id.getLeastSignificantBits());
    }
  }

  private void text(@Nullable String text) {
    bytes.write(text == null ? 0 : 1);
    if (text != null) {
      tagged('s', text);
    }
  }

  private void tagged(char tag, String text) {
    var encoded = text.getBytes(StandardCharsets.UTF_8);
    bytes.write(tag);
    number(encoded.length);
    bytes.writeBytes(encoded);
  }

  private void hash(byte[] hash) {
    bytes.write('h');
    bytes.writeBytes(hash);
  }

  private void address(@Nullable String address) {
    bytes.write(address == null ? 0 : 1);
    if (address == null) {
      return;
    }
    var salt = salts.get(Personal.IP_ADDRESS);
    var erased = Personal.erased(address);
    if (salt != null) {
      hash(Personal.hash(salt, address));
    } else if (erased != null) {
      anyErased = true;
      hash(erased);
    } else {
      tagged('s', address);
    }
  }

  private void json(String root, @Nullable String json) {
    bytes.write(json == null ? 0 : 1);
    if (json != null) {
      json(root, EXACT.readTree(json));
    }
  }

  private void json(String way, JsonNode value) {
    switch (value.getNodeType()) {
      case OBJECT -> object(way, value);
      case ARRAY -> {
        bytes.write('[');
        number(value.size());
        for (int i = 0; i < value.size(); i++) {
          json(way + "/" + i, value.get(i));
        }
      }
      case STRING -> {
        var salt = salts.get(way);
        if (salt == null) {
          tagged('s', value.asString());
        } else {
          hash(Personal.hash(salt, value.asString()));
        }
      }
      case NUMBER -> tagged('#', value.decimalValue().toString());
      case BOOLEAN -> bytes.write(value.asBoolean() ? 't' : 'f');
      case NULL -> bytes.write('n');
      case BINARY, MISSING, POJO ->
          throw new IllegalStateException("No JSON text has a " + value.getNodeType());
    }
  }

  private void object(String way, JsonNode object) {
    var erased = Personal.erased(object);
    if (erased != null) {
      anyErased = true;
      hash(erased);
      return;
    }
    bytes.write('{');
    number(object.size());
    var sorted = new TreeMap<String, JsonNode>();
    object.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
    sorted.forEach(
        (key, value) -> {
          tagged('s', key);
          json(way + "/" + key, value);
        });
  }
}
