package com.duespark.domain.exports;

import com.duespark.domain.secrets.SecretTokens;
import com.duespark.domain.shared.Tenant;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Links that an archive is fetched by (XPT-04): they carry what they open, for whom and until when,
 * and a signature over it, so nothing has to be stored.
 */
@Component
public class ExportLinks {

  /** How long a link opens; a new one can be had while the archive is ready. */
  public static final Duration LASTS = Duration.ofHours(24);

  private static final String KIND = "export/";

  private static final int CLAIMS = 3 * 16 + 8;

  private final SecretTokens secrets;
  private final String publicUrl;

  public ExportLinks(SecretTokens secrets, @Value("${duespark.public-url}") String publicUrl) {
    this.secrets = secrets;
    this.publicUrl = publicUrl;
  }

  /** An address, and the moment after which it opens nothing. */
  public record Link(String url, Instant until) {}

  /** What a link opens. */
  public record Grant(UUID tenantId, UUID exportId, UUID userId) {}

  /**
   * A link to a ready archive of the bound tenant. Within one hour it is the same.
   *
   * @param userId who gets it, and is noted when the archive is fetched
   */
  public Link link(Export export, UUID userId, Instant now) {
    var until = now.truncatedTo(ChronoUnit.HOURS).plus(LASTS);
    var end = Objects.requireNonNull(export.readyUntil());
    if (end.isBefore(until)) {
      until = end.truncatedTo(ChronoUnit.SECONDS);
    }
    var claims = ByteBuffer.allocate(CLAIMS);
    put(claims, Tenant.id());
    put(claims, export.id());
    put(claims, userId);
    claims.putLong(until.getEpochSecond());
    var said = encode(claims.array());
    var token = said + "." + encode(secrets.signature(KIND + said));
    return new Link("%s/v1/export-files/%s".formatted(publicUrl, token), until);
  }

  /** Empty when we did not make it, or its time is over. */
  public Optional<Grant> open(String token, Instant now) {
    int dot = token.indexOf('.');
    if (dot < 0 || !isSigned(token.substring(0, dot), token.substring(dot + 1))) {
      return Optional.empty();
    }
    var claims = ByteBuffer.wrap(decode(token.substring(0, dot)));
    var grant = new Grant(uuid(claims), uuid(claims), uuid(claims));
    var until = Instant.ofEpochSecond(claims.getLong());
    return now.isBefore(until) ? Optional.of(grant) : Optional.empty();
  }

  private boolean isSigned(String said, String signature) {
    try {
      return secrets.isSignature(KIND + said, decode(signature));
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private static void put(ByteBuffer claims, UUID id) {
    claims.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
  }

  private static UUID uuid(ByteBuffer claims) {
    return new UUID(claims.getLong(), claims.getLong());
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] decode(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}
