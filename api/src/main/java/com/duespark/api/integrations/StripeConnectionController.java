package com.duespark.api.integrations;

import com.duespark.api.shared.Allow;
import com.duespark.api.shared.Answers;
import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Deleted;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.Reply;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.members.Role;
import com.duespark.domain.payments.Connection;
import com.duespark.domain.payments.Connections;
import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A business's own Stripe account (STR-01a, EP-155). */
@RestController
@Tag(name = "Integrations")
class StripeConnectionController {

  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final Connections connections;
  private final Connecting connecting;

  StripeConnectionController(Connections connections, Connecting connecting) {
    this.connections = connections;
    this.connecting = connecting;
  }

  /**
   * The keys of the account.
   *
   * @param webhookSecret only when the endpoint was made by hand; else Duespark creates it
   */
  @Schema(name = "StripeKeys")
  record KeysBody(
      @NotNull @Pattern(regexp = "(sk|rk)_(test|live)_[A-Za-z0-9_]{4,240}") String secretKey,
      @Nullable @Pattern(regexp = "whsec_[A-Za-z0-9+/=_]{4,240}") String webhookSecret) {}

  /** A provider account. Keys are never shown again. */
  @Schema(name = "Integration")
  record ConnectionView(
      UUID id,
      String provider,
      String kind,
      String status,
      @Nullable String externalAccountId,
      @Nullable String lastError,
      String webhookPath) {

    static ConnectionView of(Connection connection) {
      return new ConnectionView(
          connection.id(),
          connection.provider(),
          connection.kind(),
          connection.status().name(),
          connection.account(),
          connection.lastError(),
          "/v1/webhooks/%s/%s".formatted(connection.provider(), connection.id()));
    }
  }

  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @GetMapping("/v1/integrations")
  @Operation(operationId = "listIntegrations", summary = "The provider accounts of the business")
  Envelope<List<ConnectionView>> list() {
    return Envelope.of(connections.all().stream().map(ConnectionView::of).toList());
  }

  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @Answers({200, 202})
  @PutMapping("/v1/integrations/stripe")
  @Operation(
      operationId = "connectStripe",
      summary = "Take cards through the business's own Stripe account")
  ResponseEntity<Envelope<ConnectionView>> connect(
      @Valid @RequestBody KeysBody body, Caller caller, Trail trail) {
    if (!caller.emailVerified()) {
      throw new Refused(
          ErrorCode.FORBIDDEN,
          "Confirm your email address first; then you can connect payments",
          List.of(new Refused.Detail("", "Confirm your email address", "EMAIL_NOT_VERIFIED")));
    }
    var id = connecting.begin(body.secretKey(), body.webhookSecret(), caller.userId(), trail);
    var connection = await(id);
    if (connection.isBeingChecked()) {
      return Reply.accepted(ConnectionView.of(connection)).entity();
    }
    if (connection.status() == Connection.Status.ERROR) {
      throw Refused.invalid(
          "secret_key",
          "REFUSED_BY_PROVIDER",
          connection.lastError() == null ? "Stripe refused the key" : connection.lastError());
    }
    return Reply.ok(ConnectionView.of(connection)).entity();
  }

  private Connection await(UUID id) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      var connection = connections.find(id).orElseThrow();
      if (!connection.isBeingChecked() || System.nanoTime() > deadline) {
        return connection;
      }
      try {
        Thread.sleep(Duration.ofMillis(50));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return connection;
      }
    }
  }

  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @DeleteMapping("/v1/integrations/{id}")
  @Operation(operationId = "disconnectIntegration", summary = "Stop using a provider account")
  ResponseEntity<Envelope<Deleted>> disconnect(@PathVariable UUID id, Trail trail) {
    connecting.end(id, trail);
    return Reply.ok(new Deleted(id)).entity();
  }
}
