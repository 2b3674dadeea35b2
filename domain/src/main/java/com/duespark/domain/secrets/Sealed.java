package com.duespark.domain.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Seals what must not be readable in the database (PRV-02): AES-256-GCM, {@code version byte | 12
 * byte nonce | ciphertext and tag}. The version byte names the key, so the previous key opens what
 * it sealed.
 */
@Component
public final class Sealed {

  /** What a sealed text begins with. */
  private static final String MARK = "sealed:";

  /** What {@code sealed_by()} says of a text in clear. */
  private static final int UNSEALED = -1;

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  /** Bytes of nothing, sealed. */
  private static final int LEAST = 1 + NONCE + TAG_BITS / Byte.SIZE;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Secrets secrets;

  public Sealed(Secrets secrets) {
    this.secrets = secrets;
  }

  public byte[] seal(byte[] plain) {
    var nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    var key = secrets.encryption();
    byte[] body = cipher(Cipher.ENCRYPT_MODE, key.aesKey(), nonce, plain);
    return ByteBuffer.allocate(1 + NONCE + body.length)
        .put((byte) key.version())
        .put(nonce)
        .put(body)
        .array();
  }

  /**
   * Opens what {@link #seal} made.
   *
   * @throws IllegalStateException when no configured key opens it, or when it was tampered with
   */
  public byte[] open(byte[] sealed) {
    if (sealed.length < LEAST) {
      throw new IllegalStateException("Too short to have been sealed");
    }
    var input = ByteBuffer.wrap(sealed);
    int version = input.get() & 0xFF;
    var nonce = new byte[NONCE];
    input.get(nonce);
    var body = new byte[input.remaining()];
    input.get(body);
    var key =
        secrets
            .encryptionKeys()
            .filter(candidate -> candidate.version() == version)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("No key of version " + version));
    return cipher(Cipher.DECRYPT_MODE, key.aesKey(), nonce, body);
  }

  /** The same for a text: {@code sealed:} and base64; {@code sealed_by()} in V030 reads its key. */
  public String seal(String plain) {
    return MARK + Base64.getEncoder().encodeToString(seal(plain.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Opens what {@link #seal(String)} made. A text from before it was sealed is returned as it is.
   *
   * @throws IllegalStateException when no configured key opens it, or when it was tampered with
   */
  public String open(String stored) {
    if (!stored.startsWith(MARK)) {
      return stored;
    }
    byte[] box;
    try {
      box = Base64.getDecoder().decode(stored.substring(MARK.length()));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("Cannot be opened", e);
    }
    return new String(open(box), StandardCharsets.UTF_8);
  }

  /** The same; a text that is not sealed by a key of ours, whatever it looks like, is kept. */
  public String openOrKeep(String stored) {
    try {
      return open(stored);
    } catch (IllegalStateException e) {
      return stored;
    }
  }

  /** The document with every sealed text in it opened; changes it. */
  public JsonNode openAll(JsonNode node) {
    if (node.isString()) {
      var stored = node.asString();
      return stored.startsWith(MARK) ? StringNode.valueOf(openOrKeep(stored)) : node;
    }
    if (node instanceof ObjectNode object) {
      object.properties().forEach(field -> field.setValue(openAll(field.getValue())));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, openAll(array.get(i)));
      }
    }
    return node;
  }

  /** Whether the key in use sealed it; else it is to be sealed again before the other one goes. */
  public boolean isOfCurrentKey(byte[] sealed) {
    return (sealed[0] & 0xFF) == version();
  }

  /** The version bytes of what can be sealed again: of the key before, if any, and of no key. */
  public List<Integer> versionsBefore() {
    return Stream.concat(
            secrets.encryptionKeys().map(Secret::version).filter(version -> version != version()),
            Stream.of(UNSEALED))
        .toList();
  }

  /** The version byte of what is sealed now. */
  public int version() {
    return secrets.encryption().version();
  }

  private static byte[] cipher(int mode, SecretKey key, byte[] nonce, byte[] input) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot be sealed or opened", e);
    }
  }
}
