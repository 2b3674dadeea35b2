package com.duespark.api.portal;

import com.duespark.api.commands.CommandGateway;
import com.duespark.api.portal.PortalVisits.Visit;
import com.duespark.api.shared.Rates;
import com.duespark.documents.portal.PortalQuestion.Choice;
import com.duespark.documents.portal.PortalView.Answer;
import com.duespark.domain.commands.Command;
import com.duespark.domain.commands.Commands;
import com.duespark.domain.invoices.Invoice;
import com.duespark.domain.invoices.Invoices;
import com.duespark.domain.reminders.CadenceCommand;
import com.duespark.domain.reminders.CadenceCommand.Dispute;
import com.duespark.domain.reminders.CadenceCommand.Promise;
import com.duespark.domain.reminders.Customers;
import com.duespark.domain.reminders.DisputeState;
import com.duespark.domain.reminders.DunningStates;
import com.duespark.domain.reminders.Hours;
import com.duespark.domain.reminders.PayerRules;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.tenants.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a payer answers to an invoice: a day, or that something is wrong (EP-201a). */
@Component
class PortalAnswers {

  private static final int NEAREST = 5;

  /** What may be wrong, in the payer's words. */
  enum Wrong {
    AMOUNT("The amount"),
    WORK("Work is missing or not as agreed"),
    PAID("Already paid"),
    NOT_MINE("Not my invoice");

    private final String words;

    Wrong(String words) {
      this.words = words;
    }

    static List<Choice> choices() {
      return Stream.of(values()).map(wrong -> new Choice(wrong.name(), wrong.words)).toList();
    }
  }

  /** The days that may be named, and the nearest of them on which the business works. */
  record Days(LocalDate first, LocalDate last, List<LocalDate> nearest) {}

  private final Invoices invoices;
  private final Customers customers;
  private final DunningStates dunning;
  private final Commands commands;
  private final CommandGateway gateway;
  private final Tenants tenants;
  private final Rates rates;

  PortalAnswers(
      Invoices invoices,
      Customers customers,
      DunningStates dunning,
      Commands commands,
      CommandGateway gateway,
      Tenants tenants,
      Rates rates) {
    this.invoices = invoices;
    this.customers = customers;
    this.dunning = dunning;
    this.commands = commands;
    this.gateway = gateway;
    this.tenants = tenants;
    this.rates = rates;
  }

  /** What was answered so far, and where to answer more, for the page at this path. */
  @Transactional(readOnly = true)
  public Answer of(Invoice invoice, String path) {
    if (!invoice.status().isOpen()) {
      return Answer.NONE;
    }
    var state = dunning.of(invoice.id());
    boolean disputed = state.dispute() == DisputeState.OPEN;
    var promised = state.promisedOn();
    boolean stands = promised != null && !promised.isBefore(hours(invoice).dayOf(now()));
    return new Answer(
        stands ? promised : null,
        disputed,
        disputed || isOutOfTrust(invoice) ? null : path + "/promise",
        disputed ? null : path + "/dispute");
  }

  private boolean isOutOfTrust(Invoice invoice) {
    return commands.promisesByPayer(invoice.contactId(), invoice.id().toString())
        >= PayerRules.PROMISES;
  }

  @Transactional(readOnly = true)
  public Days days(UUID invoiceId) {
    var hours = hours(invoices.find(invoiceId).orElseThrow());
    var today = hours.dayOf(now());
    var nearest = new ArrayList<LocalDate>();
    for (var day = today.plusDays(1); nearest.size() < NEAREST; day = day.plusDays(1)) {
      if (hours.isBusinessDay(day)) {
        nearest.add(day);
      }
    }
    return new Days(today, today.plusDays(PayerRules.PAYER_DAYS), List.copyOf(nearest));
  }

  Command promise(
      HttpServletRequest request, Visit visit, @Nullable LocalDate on, @Nullable String note) {
    if (on == null) {
      throw Refused.invalid("promised_on", "REQUIRED", "Choose a day");
    }
    return ask(request, visit, new Promise(visit.invoiceId(), on, shortened("note", note)));
  }

  Command dispute(
      HttpServletRequest request, Visit visit, @Nullable Wrong wrong, @Nullable String details) {
    if (wrong == null) {
      throw Refused.invalid("reason", "REQUIRED", "Choose what is wrong");
    }
    var said = shortened("details", details);
    if (said == null && wrong != Wrong.NOT_MINE) {
      throw Refused.invalid("details", "REQUIRED", "Say in a few words what is wrong");
    }
    var reason = said == null ? wrong.words : wrong.words + ": " + said;
    return ask(request, visit, new Dispute(visit.invoiceId(), reason));
  }

  private static @Nullable String shortened(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (text.strip().length() > PayerRules.NOTE) {
      throw Refused.invalid(field, "TOO_LONG", "At most %d characters".formatted(PayerRules.NOTE));
    }
    return text.strip();
  }

  private Command ask(HttpServletRequest request, Visit visit, CadenceCommand wish) {
    rates.take("portal/answer/" + visit.tokenId(), rates.settings().portalAnswers());
    var invoice = invoices.find(visit.invoiceId()).orElseThrow();
    return gateway.ask(request, invoice.contactId(), wish, "portal");
  }

  private Hours hours(Invoice invoice) {
    return customers.hoursOf(invoice.contactId());
  }

  private Instant now() {
    return tenants.businessNow();
  }
}
