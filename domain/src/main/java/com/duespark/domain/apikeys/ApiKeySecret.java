package com.duespark.domain.apikeys;

import com.duespark.domain.secrets.SecretTokens;
import com.duespark.domain.tenants.TenantKind;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The text of a key: a prefix and 256 random bits in base64url. Prints as {@code ***}.
 *
 * <p>Stored as its plain SHA-256. A slow hash or a salt protects what people can guess; 256 random
 * bits cannot be guessed, so whoever steals the hashes learns nothing. Looking a key up by its hash
 * also keeps timing silent: what a caller sends does not choose the bytes that are compared.
 */
public final class ApiKeySecret {

  /** How every key begins; tells it from a session's token. */
  public static final String PREFIX = "dsk_";

  private static final String LIVE = PREFIX + "live_";
  private static final String TEST = PREFIX + "test_";
  private static final int RANDOM_BYTES = 32;
  private static final int SHOWN = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String prefix;
  private final String text;

  private ApiKeySecret(String prefix, String text) {
    this.prefix = prefix;
    this.text = text;
  }

  /** A new one; of a test business it says so. */
  public static ApiKeySecret draw(TenantKind kind) {
    var prefix =
        switch (kind) {
          case LIVE -> LIVE;
          case TEST -> TEST;
        };
    var bytes = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(bytes);
    return new ApiKeySecret(
        prefix, prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** What is stored and looked up in place of a key. */
  public static byte[] hash(String key) {
    return SecretTokens.hash(key);
  }

  /** The whole key, to be shown once. */
  public String reveal() {
    return text;
  }

  String prefix() {
    return prefix;
  }

  String lastFour() {
    return text.substring(text.length() - SHOWN);
  }

  byte[] hash() {
    return hash(text);
  }

  @Override
  public String toString() {
    return "***";
  }
}
