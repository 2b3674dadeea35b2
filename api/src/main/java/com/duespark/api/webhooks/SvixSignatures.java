package com.duespark.api.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Svix's signatures, which Clerk's webhooks carry: HMAC-SHA256 of id, time and raw body with dots
 * between, in base64, once for each secret that is valid. Source: docs.svix.com, "Verifying
 * webhooks manually".
 */
final class SvixSignatures {

  private static final String PREFIX = "whsec_";
  private static final String VERSION = "v1,";
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final List<SecretKeySpec> keys;

  /** Those whose messages are taken; without a secret nobody's. */
  SvixSignatures(@Nullable String... secrets) {
    keys = Stream.of(secrets).filter(Objects::nonNull).map(SvixSignatures::key).toList();
  }

  private static SecretKeySpec key(String secret) {
    try {
      var coded = secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret;
      return new SecretKeySpec(Base64.getDecoder().decode(coded), "HmacSHA256");
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "A webhook secret of Clerk's is whsec_ and base64, as its dashboard shows it");
    }
  }

  /**
   * Whether a message is genuine, and not an old one sent again.
   *
   * @param seconds the time in the header
   * @param signatures separated by spaces
   */
  boolean isGenuine(String id, String seconds, String signatures, byte[] body, Instant now) {
    if (!isRecent(seconds, now)) {
      return false;
    }
    return keys.stream()
        .map(key -> sign(key, id + "." + seconds + ".", body))
        .anyMatch(expected -> isAmong(signatures, expected));
  }

  private static boolean isRecent(String seconds, Instant now) {
    try {
      var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), now).abs();
      return age.compareTo(TOLERANCE) <= 0;
    } catch (RuntimeException noTime) {
      return false;
    }
  }

  private static boolean isAmong(String signatures, byte[] expected) {
    return Arrays.stream(signatures.split(" ", -1))
        .filter(signature -> signature.startsWith(VERSION))
        .map(signature -> signature.substring(VERSION.length()).getBytes(StandardCharsets.UTF_8))
        .anyMatch(signature -> MessageDigest.isEqual(expected, signature));
  }

  private static byte[] sign(SecretKeySpec key, String head, byte[] body) {
    try {
      var mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      mac.update(head.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encode(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
