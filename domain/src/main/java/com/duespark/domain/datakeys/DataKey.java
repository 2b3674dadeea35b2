package com.duespark.domain.datakeys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * One key of a business: AES-256-GCM, {@code 12 byte nonce | ciphertext and tag}, bound to the
 * key's name. Prints as its name.
 */
public final class DataKey {

  static final int BYTES = 32;

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** What a key is called, as {@code 019…/1}: its business and its number there. */
  public record Name(UUID owner, int number) {

    /**
     * Reads a name.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Name parse(String text) {
      int slash = text.indexOf('/');
      if (slash < 0) {
        throw new IllegalArgumentException("Not the name of a data key: " + text);
      }
      return new Name(
          UUID.fromString(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    @Override
    public String toString() {
      return owner + "/" + number;
    }
  }

  private final Name name;
  private final SecretKey key;

  DataKey(Name name, byte[] key) {
    this.name = name;
    this.key = new SecretKeySpec(key, "AES");
  }

  static byte[] random() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  public Name name() {
    return name;
  }

  public byte[] encrypt(byte[] plain) {
    var nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    try {
      byte[] body = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
      return ByteBuffer.allocate(NONCE + body.length).put(nonce).put(body).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Decrypts what {@link #encrypt} made.
   *
   * @throws GeneralSecurityException when it was changed, or another key made it
   */
  public byte[] decrypt(byte[] encrypted) throws GeneralSecurityException {
    if (encrypted.length < NONCE) {
      throw new GeneralSecurityException("Too short");
    }
    var nonce = new byte[NONCE];
    var input = ByteBuffer.wrap(encrypted).get(nonce);
    var body = new byte[input.remaining()];
    input.get(body);
    return cipher(Cipher.DECRYPT_MODE, nonce).doFinal(body);
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(name.toString().getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  @Override
  public String toString() {
    return name.toString();
  }
}
