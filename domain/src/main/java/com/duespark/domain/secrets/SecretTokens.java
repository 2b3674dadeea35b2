package com.duespark.domain.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import org.springframework.stereotype.Component;

/**
 * Tokens in links: {@code base64url(HMAC-SHA-256(portal key, token id))}, 256 bits (PTK-01). The
 * row keeps the id, the key's version and the token's hash; whoever sends the link derives the same
 * token again.
 */
@Component
public final class SecretTokens {

  private static final String HMAC = "HmacSHA256";

  /** What a signed text begins with; an address, of which a pseudonym is made, never does. */
  private static final String SIGNED = "signed/";

  private final Secrets secrets;

  SecretTokens(Secrets secrets) {
    this.secrets = secrets;
  }

  /** The version to keep beside a token made now. */
  public int keyVersion() {
    return secrets.portal().version();
  }

  /** The token of an id under the current key. */
  public String token(UUID id) {
    return derive(secrets.portal(), id);
  }

  /**
   * The token of an id under the key it was made with.
   *
   * @throws IllegalStateException when that key is configured no more
   */
  public String token(UUID id, int keyVersion) {
    return secrets
        .portalKeys()
        .filter(key -> key.version() == keyVersion)
        .findFirst()
        .map(key -> derive(key, id))
        .orElseThrow(() -> new IllegalStateException("No portal key of version " + keyVersion));
  }

  /** What is stored and looked up in place of a token: its SHA-256. */
  public static byte[] hash(String token) {
    return Secret.sha256(token.getBytes(StandardCharsets.UTF_8));
  }

  /** What is kept of a text that nobody is to guess from it, not even with all rows in hand. */
  public byte[] pseudonym(String text) {
    return mac(secrets.portal(), text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The signature of a link that says itself what it opens.
   *
   * @param said begins with the kind of the link, so that none is taken for one of another kind
   */
  public byte[] signature(String said) {
    return mac(secrets.portal(), SIGNED, said);
  }

  /** Whether {@link #signature} made it, with the key in use or the one before. */
  public boolean isSignature(String said, byte[] signature) {
    return secrets
        .portalKeys()
        .anyMatch(key -> MessageDigest.isEqual(mac(key, SIGNED, said), signature));
  }

  private static byte[] mac(Secret key, String use, String text) {
    return mac(key, (use + text).getBytes(StandardCharsets.UTF_8));
  }

  private static String derive(Secret key, UUID id) {
    byte[] name =
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key, name));
  }

  private static byte[] mac(Secret key, byte[] name) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(key.key(HMAC));
      return mac.doFinal(name);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
