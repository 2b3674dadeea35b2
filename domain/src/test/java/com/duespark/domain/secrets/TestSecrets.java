package com.duespark.domain.secrets;

import java.util.Base64;

/** Keys for tests of other rooms. */
public final class TestSecrets {

  private static final Secret KEY =
      Secret.valueOf(Base64.getEncoder().encodeToString(new byte[32]));
  private static final Secrets SECRETS = new Secrets(KEY, null, KEY, null, KEY, null);

  private TestSecrets() {}

  public static Sealed sealed() {
    return new Sealed(SECRETS);
  }

  public static SecretTokens tokens() {
    return new SecretTokens(SECRETS);
  }
}
