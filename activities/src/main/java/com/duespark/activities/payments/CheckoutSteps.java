package com.duespark.activities.payments;

import com.duespark.activities.payments.PaymentPages.Page;
import com.duespark.activities.payments.PaymentPages.PageRequest;
import com.duespark.activities.payments.PaymentPages.Seen;
import com.duespark.domain.commands.Command;
import com.duespark.domain.commands.CommandResult;
import com.duespark.domain.commands.Commands;
import com.duespark.domain.invoices.Invoice;
import com.duespark.domain.invoices.InvoiceCommand.Checkout;
import com.duespark.domain.invoices.Invoices;
import com.duespark.domain.payments.Connection;
import com.duespark.domain.payments.Connections;
import com.duespark.domain.payments.PaymentAttempt;
import com.duespark.domain.payments.PaymentAttempt.Status;
import com.duespark.domain.payments.PaymentAttempts;
import com.duespark.domain.shared.Json;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.storage.JsonText;
import com.duespark.domain.tenants.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions around payment pages. */
@Component
@Transactional
class CheckoutSteps {

  /** A page lives this long (STR-04). */
  private static final Duration PAGE_LIFE = Duration.ofHours(24);

  /** A page is handed out again only while this much of its life is left. */
  private static final Duration WORTH_REUSING = Duration.ofMinutes(5);

  /** What to ask the provider for. */
  record Plan(Connection connection, PaymentAttempt attempt, PageRequest request) {}

  private final Commands commands;
  private final Invoices invoices;
  private final PaymentAttempts attempts;
  private final Connections connections;
  private final SyntheticEvents events;
  private final Tenants tenants;
  private final Clock clock;

  CheckoutSteps(
      Commands commands,
      Invoices invoices,
      PaymentAttempts attempts,
      Connections connections,
      SyntheticEvents events,
      Tenants tenants,
      Clock clock) {
    this.commands = commands;
    this.invoices = invoices;
    this.attempts = attempts;
    this.connections = connections;
    this.events = events;
    this.tenants = tenants;
    this.clock = clock;
  }

  UUID invoiceOf(UUID commandId) {
    return commands.find(commandId).orElseThrow().entityId();
  }

  /** Open pages that ask for another amount than is due now, or are about to end. */
  public List<PaymentAttempt> stalePages(UUID commandId) {
    var invoice = invoices.find(invoiceOf(commandId)).orElseThrow();
    return attempts.openOf(invoice.id()).stream().filter(open -> !isUsable(open, invoice)).toList();
  }

  public List<PaymentAttempt> openPages(UUID invoiceId) {
    return attempts.openOf(invoiceId);
  }

  private boolean isUsable(PaymentAttempt attempt, Invoice invoice) {
    return attempt.amount().equals(invoice.amountDue())
        && attempt.expiresAt().isAfter(clock.instant().plus(WORTH_REUSING));
  }

  /**
   * Decides on the page for a checkout and writes the attempt before anyone is asked (law 5).
   *
   * @return null when the command has its answer already
   */
  public @Nullable Plan plan(UUID commandId) {
    var invoice = invoices.lock(invoiceOf(commandId)).orElseThrow();
    var command = commands.lock(commandId).orElseThrow();
    if (!command.isOpen()) {
      return null;
    }
    if (!invoice.isPayable()) {
      throw Refused.conflict("NOT_PAYABLE", "Nothing is due on this invoice");
    }
    var open = attempts.openOf(invoice.id()).stream().findFirst();
    if (open.isPresent() && open.get().url() != null) {
      finish(command, CommandResult.redirect(open.get().url()));
      return null;
    }
    var connection = stripe();
    var attempt =
        open.orElseGet(
            () -> attempts.save(start(invoice, command.read(Checkout.class), connection)));
    return new Plan(connection, attempt, Json.read(attempt.request().value(), PageRequest.class));
  }

  private PaymentAttempt start(Invoice invoice, Checkout checkout, Connection connection) {
    var ends = clock.instant().plus(PAGE_LIFE).minusSeconds(60);
    var document = invoice.document();
    var request =
        new PageRequest(
            "Invoice " + (invoice.number() == null ? "" : invoice.number()),
            document == null ? null : document.buyer().email(),
            checkout.portalTokenId(),
            ends.getEpochSecond());
    return PaymentAttempt.checkout(
        invoice.tenantId(),
        invoice.id(),
        connection.id(),
        invoice.amountDue(),
        new JsonText(Json.write(request)),
        ends);
  }

  private Connection stripe() {
    return connections
        .current("stripe")
        .filter(connection -> connection.status() == Connection.Status.CONNECTED)
        .orElseThrow(
            () -> Refused.conflict("CARD_NOT_OFFERED", "This business takes no cards online"));
  }

  /** The page is there: the payer can go. */
  public void opened(UUID commandId, UUID attemptId, Page page) {
    attempts.save(attempts.find(attemptId).orElseThrow().opened(page.sessionId(), page.url()));
    finish(commands.lock(commandId).orElseThrow(), CommandResult.redirect(page.url()));
  }

  private void finish(Command command, CommandResult result) {
    if (command.isOpen()) {
      commands.save(command.done(result, tenants.businessNow()));
    }
  }

  public void refuse(UUID commandId, Refused refusal) {
    var command = commands.lock(commandId).orElseThrow();
    if (command.isOpen()) {
      commands.save(command.refused(refusal, tenants.businessNow()));
    }
  }

  public Connection connectionOf(PaymentAttempt attempt) {
    return connections.find(attempt.connectionId()).orElseThrow();
  }

  public void expired(UUID attemptId) {
    attempts.save(attempts.find(attemptId).orElseThrow().end(Status.EXPIRED));
  }

  public void failed(UUID attemptId) {
    attempts.save(attempts.find(attemptId).orElseThrow().end(Status.FAILED));
  }

  /** What we found ourselves enters by the same door as what we are told. */
  public void report(PaymentAttempt attempt, Seen seen) {
    events.store(attempt, seen);
  }
}
