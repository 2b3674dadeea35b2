package com.duespark.activities.invoices;

import com.duespark.domain.commands.Command;
import com.duespark.domain.commands.Commands;
import com.duespark.domain.invoices.InvoiceStatus;
import com.duespark.domain.invoices.Invoices;
import com.duespark.domain.invoices.SendState;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.tenants.Tenants;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions behind the activities of an invoice. */
@Component
class InvoiceSteps {

  private final Commands commands;
  private final Invoices invoices;
  private final InvoiceBooks books;
  private final Tenants tenants;

  InvoiceSteps(Commands commands, Invoices invoices, InvoiceBooks books, Tenants tenants) {
    this.commands = commands;
    this.invoices = invoices;
    this.books = books;
    this.tenants = tenants;
  }

  @Transactional(readOnly = true)
  public Command command(UUID commandId) {
    return commands.find(commandId).orElseThrow();
  }

  /**
   * Applies an open command and stores its result; one that was applied before is left alone.
   *
   * @throws Refused when a rule says no; nothing is changed then
   */
  @Transactional
  public void apply(UUID invoiceId, UUID commandId) {
    var invoice = invoices.lock(invoiceId).orElseThrow(() -> Refused.notFound("Invoice"));
    var command = commands.lock(commandId).orElseThrow();
    if (command.isOpen()) {
      commands.save(command.done(books.apply(invoice, command), tenants.businessNow()));
    }
  }

  /** Stores why a command was not done. */
  @Transactional
  public void refuse(UUID commandId, Refused refusal) {
    var command = commands.lock(commandId).orElseThrow();
    if (command.isOpen()) {
      commands.save(command.refused(refusal, tenants.businessNow()));
    }
  }

  /**
   * Issues a scheduled invoice whose moment has come.
   *
   * @throws Refused when the guard no longer holds; nothing is changed then
   */
  @Transactional
  public void sendScheduled(UUID invoiceId) {
    var invoice = invoices.lock(invoiceId).orElseThrow();
    boolean isTime =
        invoice.status() == InvoiceStatus.SCHEDULED
            && invoice.sendState() == SendState.IDLE
            && !Objects.requireNonNull(invoice.scheduledSendAt()).isAfter(tenants.businessNow());
    if (isTime) {
      books.sendScheduled(
          invoice,
          commands.find(Objects.requireNonNull(invoice.scheduledCommandId())).orElseThrow());
    }
  }

  /** Back to the desk, with the reason told to its author. */
  @Transactional
  public void giveBack(UUID invoiceId, Refused why) {
    var invoice = invoices.lock(invoiceId).orElseThrow();
    if (invoice.status() == InvoiceStatus.SCHEDULED) {
      var reason = why.details().isEmpty() ? why.say() : why.details().getFirst().message();
      books.giveBack(invoice, reason);
    }
  }
}
