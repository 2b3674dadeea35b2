package com.duespark.activities.stripe;

import com.duespark.domain.portal.PortalLinks;
import com.duespark.domain.portal.PortalToken;
import com.duespark.domain.portal.PortalTokens;
import com.duespark.domain.secrets.TestSecrets;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Payers' links that know one link, whatever id is asked for. */
final class OneLink {

  private OneLink() {}

  static PortalLinks links() {
    var token =
        PortalToken.forInvoice(
            new UUID(0, 9),
            new UUID(0, 1),
            new UUID(0, 2),
            new byte[32],
            TestSecrets.tokens().keyVersion(),
            Instant.MAX,
            null);
    var tokens =
        (PortalTokens)
            Proxy.newProxyInstance(
                PortalTokens.class.getClassLoader(),
                new Class<?>[] {PortalTokens.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("find")) {
                    return Optional.of(token);
                  }
                  throw new UnsupportedOperationException(method.getName());
                });
    return new PortalLinks(tokens, TestSecrets.tokens(), "https://pay.example");
  }
}
