package com.duespark.api.invoices;

import com.duespark.api.commands.CommandGateway;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.Reply;
import com.duespark.domain.commands.Command;
import com.duespark.domain.commands.CommandKind;
import com.duespark.domain.deliveries.Deliveries;
import com.duespark.domain.deliveries.Delivery;
import com.duespark.domain.deliveries.DeliveryStatus;
import com.duespark.domain.invoices.Invoices;
import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.tenants.Tenants;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Answers a send: 200 when a provider accepted, 502 when all refused for good, 202 while it is
 * undecided (API-51). Read from rows, so the second of two equal requests gets the same truth.
 */
@Component
class Sends {

  private static final Duration FIRST_LOOK = Duration.ofMillis(15);
  private static final Duration LAST_LOOK = Duration.ofMillis(250);

  private final Invoices invoices;
  private final Deliveries deliveries;
  private final Tenants tenants;

  Sends(Invoices invoices, Deliveries deliveries, Tenants tenants) {
    this.invoices = invoices;
    this.deliveries = deliveries;
    this.tenants = tenants;
  }

  ResponseEntity<Envelope<SendView>> answer(UUID invoiceId, Command command) {
    var result = command.result();
    if (result == null) {
      return Reply.accepted(view(invoiceId, List.of())).entity();
    }
    if (command.kind() == CommandKind.SCHEDULE) {
      return Reply.ok(view(invoiceId, List.of())).entity();
    }
    var sent = await(result.deliveryIds());
    var view = view(invoiceId, sent);
    if (sent.stream().anyMatch(delivery -> delivery.status().isAccepted())) {
      return Reply.ok(view).entity();
    }
    boolean refused =
        sent.stream()
            .allMatch(
                delivery ->
                    delivery.status() == DeliveryStatus.FAILED
                        || delivery.status() == DeliveryStatus.SUPPRESSED);
    if (!sent.isEmpty() && refused) {
      throw refusal(sent);
    }
    return Reply.accepted(view).entity();
  }

  private static Refused refusal(List<Delivery> sent) {
    return new Refused(
        ErrorCode.PROVIDER_ERROR,
        "The message was not accepted; the invoice is unchanged",
        sent.stream()
            .map(
                delivery ->
                    new Refused.Detail(
                        delivery.recipient(),
                        delivery.errorMessage() == null ? "Refused" : delivery.errorMessage(),
                        delivery.status().name()))
            .toList());
  }

  /** Looks until one message is accepted or all are decided, at most as long as a caller waits. */
  private List<Delivery> await(List<UUID> ids) {
    long deadline = System.nanoTime() + CommandGateway.PATIENCE.toNanos();
    var pause = FIRST_LOOK;
    while (true) {
      var found = ids.stream().flatMap(id -> deliveries.find(id).stream()).toList();
      boolean decided =
          found.stream().anyMatch(delivery -> delivery.status().isAccepted())
              || found.stream().noneMatch(delivery -> delivery.status().isUnfinished());
      if (decided || System.nanoTime() > deadline) {
        return found;
      }
      try {
        Thread.sleep(pause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return found;
      }
      pause = pause.compareTo(LAST_LOOK) < 0 ? pause.multipliedBy(2) : LAST_LOOK;
    }
  }

  private SendView view(UUID invoiceId, List<Delivery> sent) {
    var invoice = invoices.find(invoiceId).orElseThrow(() -> Refused.notFound("Invoice"));
    Map<String, SendView.Via> via = new LinkedHashMap<>();
    for (var delivery : sent) {
      via.putIfAbsent(
          delivery.channel().name().toLowerCase(Locale.ROOT),
          new SendView.Via(
              delivery.id(),
              delivery.status().shown(),
              delivery.recipient(),
              delivery.sentAt(),
              delivery.errorMessage()));
    }
    return new SendView(
        invoiceId,
        invoice.number(),
        invoice.reportedStatus(tenants.today()),
        invoice.sendState(),
        via);
  }
}
