package com.duespark.worker.codec;

import com.duespark.domain.datakeys.DataKey;
import com.duespark.domain.datakeys.DataKeys;
import com.duespark.domain.datakeys.KeyRing;
import com.duespark.domain.datakeys.MissingDataKey;
import com.duespark.workflows.shared.Payloads;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DataConverter;
import io.temporal.payload.codec.PayloadCodec;
import io.temporal.payload.codec.PayloadCodecException;
import io.temporal.payload.context.HasWorkflowSerializationContext;
import io.temporal.payload.context.SerializationContext;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts each payload with the key of the business whose workflow it belongs to, and names the
 * key beside it (design law 14). What carries no key was written in clear and is passed on.
 *
 * <p>A payload that cannot be read is a {@link PayloadCodecException}, on purpose no
 * DataConverterException: that one would make the SDK drop a signal, this one makes it try again.
 */
public final class TenantCodec implements PayloadCodec {

  static final String ENCODING = "encoding";
  static final String ENCRYPTED = "binary/encrypted";
  static final String CIPHER = "encryption-cipher";
  static final String KEY = "encryption-key-id";

  private static final ByteString ENCRYPTED_BYTES = ByteString.copyFromUtf8(ENCRYPTED);
  private static final ByteString CIPHER_BYTES = ByteString.copyFromUtf8("AES/GCM/NoPadding");
  private static final Pattern OF_A_THING = Pattern.compile("([a-z-]+)/([0-9a-f-]{36})");

  private final Supplier<KeyRing> keys;
  private final boolean encrypts;
  private final @Nullable String workflowId;

  private TenantCodec(Supplier<KeyRing> keys, boolean encrypts, @Nullable String workflowId) {
    this.keys = keys;
    this.encrypts = encrypts;
    this.workflowId = workflowId;
  }

  /**
   * A codec.
   *
   * @param encrypts whether it encrypts; it decrypts in any case
   */
  public TenantCodec(Supplier<KeyRing> keys, boolean encrypts) {
    this(keys, encrypts, null);
  }

  /** For clients and workers; what it encrypts of failures is their messages and stacks too. */
  public DataConverter converter() {
    return new CodecDataConverter(Payloads.converter(), List.of(this), encrypts);
  }

  @Override
  public TenantCodec withContext(SerializationContext context) {
    return context instanceof HasWorkflowSerializationContext workflow
        ? new TenantCodec(keys, encrypts, workflow.getWorkflowId())
        : this;
  }

  @Override
  public List<Payload> encode(List<Payload> payloads) {
    if (!encrypts || payloads.isEmpty()) {
      return payloads;
    }
    var key = keys.get().current(owner());
    return payloads.stream().map(payload -> encrypted(payload, key)).toList();
  }

  @Override
  public List<Payload> decode(List<Payload> payloads) {
    return payloads.stream()
        .map(payload -> isEncrypted(payload) ? decrypted(payload) : payload)
        .toList();
  }

  static boolean isEncrypted(Payload payload) {
    return ENCRYPTED_BYTES.equals(payload.getMetadataMap().get(ENCODING));
  }

  private UUID owner() {
    var thing = OF_A_THING.matcher(workflowId == null ? "" : workflowId);
    return thing.matches()
        ? keys.get().ownerOf(thing.group(1), UUID.fromString(thing.group(2)))
        : DataKeys.INSTALLATION;
  }

  private static Payload encrypted(Payload payload, DataKey key) {
    return Payload.newBuilder()
        .putMetadata(ENCODING, ENCRYPTED_BYTES)
        .putMetadata(CIPHER, CIPHER_BYTES)
        .putMetadata(KEY, ByteString.copyFromUtf8(key.name().toString()))
        .setData(ByteString.copyFrom(key.encrypt(payload.toByteArray())))
        .build();
  }

  private Payload decrypted(Payload payload) {
    var name = keyOf(payload);
    try {
      var key = keys.get().find(name);
      return Payload.parseFrom(key.decrypt(payload.getData().toByteArray()));
    } catch (MissingDataKey e) {
      throw new PayloadCodecException(e.getMessage(), e);
    } catch (GeneralSecurityException | InvalidProtocolBufferException e) {
      throw new PayloadCodecException(
          "The payload was changed, or data key %s did not encrypt it".formatted(name), e);
    }
  }

  /** The key that encrypted a payload. */
  static DataKey.Name keyOf(Payload payload) {
    var text = payload.getMetadataMap().getOrDefault(KEY, ByteString.EMPTY).toStringUtf8();
    try {
      return DataKey.Name.parse(text);
    } catch (IllegalArgumentException e) {
      throw new PayloadCodecException("An encrypted payload that names no data key", e);
    }
  }
}
