package com.duespark.activities.stripe;

import com.duespark.activities.payments.PaymentPages.ProviderRefused;
import com.duespark.activities.shared.ProviderCalls;
import com.duespark.domain.payments.Connection;
import com.duespark.domain.payments.Connections;
import com.duespark.domain.payments.StripeKeys;
import com.duespark.domain.secrets.Sealed;
import com.duespark.domain.shared.Json;
import com.duespark.domain.shared.Tenant;
import com.duespark.workflows.payments.ConnectStripeActivities;
import com.duespark.workflows.payments.ConnectStripeWorkflow.ConnectionRef;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.param.WebhookEndpointCreateParams;
import com.stripe.param.WebhookEndpointCreateParams.EnabledEvent;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Connects with the business's own key; the endpoint it creates has that connection's address. */
@Component
class ConnectStripeActivitiesImpl implements ConnectStripeActivities {

  private final Connections connections;
  private final ConnectSteps steps;
  private final StripeClients clients;
  private final Sealed sealed;
  private final ProviderCalls calls;
  private final String publicUrl;

  ConnectStripeActivitiesImpl(
      Connections connections,
      ConnectSteps steps,
      StripeClients clients,
      Sealed sealed,
      ProviderCalls calls,
      @Value("${duespark.public-url}") String publicUrl) {
    this.connections = connections;
    this.steps = steps;
    this.clients = clients;
    this.sealed = sealed;
    this.calls = calls;
    this.publicUrl = publicUrl;
  }

  @Override
  public void connect(ConnectionRef ref) {
    Tenant.run(
        ref.tenantId(),
        () -> {
          var connection = connections.find(ref.connectionId()).orElseThrow();
          if (connection.status() == Connection.Status.ERROR) {
            steps.keep(
                calls.call("stripe", "connect", () -> connected(connection), done -> "connected"));
          }
        });
  }

  private Connection connected(Connection connection) {
    var keys = clients.keys(connection);
    try {
      var account = clients.of(keys.secretKey()).v1().accounts().retrieveCurrent();
      var secret =
          keys.webhookSecret().isEmpty() ? webhook(connection, keys) : keys.webhookSecret();
      return connection.connected(
          sealed.seal(
              Json.write(new StripeKeys(keys.secretKey(), secret))
                  .getBytes(StandardCharsets.UTF_8)),
          account.getId());
    } catch (StripeException e) {
      var failure = StripeErrors.read(e);
      if (failure instanceof ProviderRefused) {
        return connection.failed(failure.getMessage());
      }
      throw failure;
    }
  }

  private String webhook(Connection connection, StripeKeys keys) throws StripeException {
    var params =
        WebhookEndpointCreateParams.builder()
            .setUrl("%s/v1/webhooks/stripe/%s".formatted(publicUrl, connection.id()))
            .setDescription("Duespark")
            .addEnabledEvent(EnabledEvent.CHECKOUT__SESSION__COMPLETED)
            .addEnabledEvent(EnabledEvent.CHECKOUT__SESSION__ASYNC_PAYMENT_SUCCEEDED)
            .addEnabledEvent(EnabledEvent.CHECKOUT__SESSION__ASYNC_PAYMENT_FAILED)
            .addEnabledEvent(EnabledEvent.CHECKOUT__SESSION__EXPIRED)
            .addEnabledEvent(EnabledEvent.PAYMENT_INTENT__SUCCEEDED)
            .addEnabledEvent(EnabledEvent.PAYMENT_INTENT__PAYMENT_FAILED)
            .addEnabledEvent(EnabledEvent.CHARGE__REFUNDED)
            .addEnabledEvent(EnabledEvent.CHARGE__DISPUTE__CREATED)
            .addEnabledEvent(EnabledEvent.CHARGE__DISPUTE__CLOSED)
            .build();
    var once = RequestOptions.builder().setIdempotencyKey("webhook-" + connection.id()).build();
    return clients.of(keys.secretKey()).v1().webhookEndpoints().create(params, once).getSecret();
  }

  @Override
  public void unreachable(ConnectionRef ref) {
    Tenant.run(
        ref.tenantId(),
        () ->
            steps.keep(
                connections
                    .find(ref.connectionId())
                    .orElseThrow()
                    .failed("Stripe did not answer; connect again in a few minutes")));
  }
}
