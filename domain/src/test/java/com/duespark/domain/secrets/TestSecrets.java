package com.duespark.domain.secrets;

import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys for tests of other rooms. */
public final class TestSecrets {

  private static final Secret KEY =
      Secret.valueOf(Base64.getEncoder().encodeToString(new byte[32]));
  private static final Secrets SECRETS =
      new Secrets(KEY, null, KEY, null, KEY, null, KEY, List.of());

  private TestSecrets() {}

  public static Secrets all() {
    return SECRETS;
  }

  /** Another installation's keys for the audit log; these were in use here before. */
  public static Secrets otherAudit(Secret... previous) {
    var other = new byte[32];
    other[0] = 1;
    var audit = Secret.valueOf(Base64.getEncoder().encodeToString(other));
    return new Secrets(KEY, null, KEY, null, KEY, null, audit, List.of(previous));
  }

  /** Another key for what is encrypted at rest; this one was in use before. */
  public static Secrets otherEncryption(@Nullable Secret previous) {
    var other = new byte[32];
    other[0] = 1;
    var encryption = Secret.valueOf(Base64.getEncoder().encodeToString(other));
    return new Secrets(KEY, null, encryption, previous, KEY, null, KEY, List.of());
  }

  public static Secret key() {
    return KEY;
  }

  public static Sealed sealed() {
    return new Sealed(SECRETS);
  }

  public static SecretTokens tokens() {
    return new SecretTokens(SECRETS);
  }

  /** Tokens of another key; this one was in use before. */
  public static SecretTokens otherTokens(@Nullable Secret previous) {
    var other = new byte[32];
    other[0] = 1;
    var portal = Secret.valueOf(Base64.getEncoder().encodeToString(other));
    return new SecretTokens(new Secrets(KEY, null, KEY, null, portal, previous, KEY, List.of()));
  }
}
