package com.duespark.activities.stripe;

import com.duespark.domain.payments.Connection;
import com.duespark.domain.payments.StripeKeys;
import com.duespark.domain.secrets.Sealed;
import com.duespark.domain.shared.Json;
import com.stripe.StripeClient;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** A client per business, with that business's key and without retries of its own. */
@Component
class StripeClients {

  private final StripeProperties properties;
  private final Sealed sealed;

  StripeClients(StripeProperties properties, Sealed sealed) {
    this.properties = properties;
    this.sealed = sealed;
  }

  StripeClient of(Connection connection) {
    return of(keys(connection).secretKey());
  }

  StripeClient of(String secretKey) {
    var builder =
        StripeClient.builder()
            .setApiKey(secretKey)
            .setMaxNetworkRetries(0)
            .setConnectTimeout(5_000)
            .setReadTimeout(15_000);
    if (properties.apiBase() != null) {
      builder.setApiBase(properties.apiBase());
    }
    return builder.build();
  }

  StripeKeys keys(Connection connection) {
    var box = Objects.requireNonNull(connection.sealedKeys(), "The connection has no keys");
    return Json.read(new String(sealed.open(box), StandardCharsets.UTF_8), StripeKeys.class);
  }
}
