package com.duespark.domain.secrets;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A key of at least 256 bits. Prints as {@code ***}. */
public final class Secret {

  private static final int LEAST_BYTES = 32;

  private final byte[] bytes;

  private Secret(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads a setting.
   *
   * @param base64 base64 of at least 32 random bytes
   * @throws IllegalArgumentException when it is not
   */
  public static Secret valueOf(String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("A secret is base64 text");
    }
    if (bytes.length < LEAST_BYTES) {
      throw new IllegalArgumentException("A secret has at least 32 bytes before base64");
    }
    return new Secret(bytes);
  }

  public SecretKey key(String algorithm) {
    return new SecretKeySpec(bytes, algorithm);
  }

  /** The AES-256 key: exactly 32 bytes however long the setting is. */
  SecretKey aesKey() {
    return new SecretKeySpec(sha256(bytes), "AES");
  }

  /** Tells this key from the one it replaced, 0 to 255; says nothing about the key itself. */
  public int version() {
    return sha256(sha256(bytes))[0] & 0xFF;
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
