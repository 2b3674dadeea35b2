package com.duespark.domain.secrets;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The keys of this installation (SEC-02): each has a current value and, while it is being rotated,
 * the previous one. The start fails with the name of the missing setting.
 *
 * @param jwt signs access tokens
 * @param encryption seals credentials and what is confidential
 * @param portal derives portal, verification and reset tokens
 * @param audit signs the audit log
 * @param auditPrevious every key that signed it before, for as long as its blocks are to be
 *     verified
 */
@ConfigurationProperties("duespark.secret")
public record Secrets(
    Secret jwt,
    @Nullable Secret jwtPrevious,
    Secret encryption,
    @Nullable Secret encryptionPrevious,
    Secret portal,
    @Nullable Secret portalPrevious,
    Secret audit,
    List<Secret> auditPrevious) {

  public Secrets {
    require(jwt, "jwt");
    require(encryption, "encryption");
    require(portal, "portal");
    require(audit, "audit");
    requireTold(encryption, encryptionPrevious, "encryption");
    requireTold(portal, portalPrevious, "portal");
    auditPrevious = auditPrevious == null ? List.of() : List.copyOf(auditPrevious);
  }

  private static void require(@Nullable Secret secret, String name) {
    if (secret == null) {
      throw new IllegalStateException(
          "Set duespark.secret.%s to base64 of 32 random bytes".formatted(name));
    }
  }

  /** What was sealed names its key by one byte; one pair of keys in 256 has the same. */
  private static void requireTold(Secret current, @Nullable Secret previous, String name) {
    if (previous != null
        && current.version() == previous.version()
        && !current.aesKey().equals(previous.aesKey())) {
      throw new IllegalStateException(
          "duespark.secret.%s cannot be told from the one before; make another".formatted(name));
    }
  }

  /** Keys that a token may have been signed with, current first. */
  public Stream<Secret> jwtKeys() {
    return both(jwt, jwtPrevious);
  }

  Stream<Secret> encryptionKeys() {
    return both(encryption, encryptionPrevious);
  }

  Stream<Secret> portalKeys() {
    return both(portal, portalPrevious);
  }

  /** Keys that a block of the audit log may have been signed with, current first. */
  public Stream<Secret> auditKeys() {
    return Stream.concat(Stream.of(audit), auditPrevious.stream());
  }

  private static Stream<Secret> both(Secret current, @Nullable Secret previous) {
    return previous == null ? Stream.of(current) : Stream.of(current, previous);
  }
}
