package com.duespark.api.reminders;

import com.duespark.domain.invoices.Invoice;
import com.duespark.domain.invoices.Invoices;
import com.duespark.domain.numbering.NumberKind;
import com.duespark.domain.numbering.Numbers;
import com.duespark.domain.reminders.Customers;
import com.duespark.domain.reminders.DunningStates;
import com.duespark.domain.reminders.Planner;
import com.duespark.domain.reminders.ReminderPages;
import com.duespark.domain.reminders.ReminderPages.Filter;
import com.duespark.domain.reminders.ReminderStatus;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.tenants.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The reminders to come of an invoice (REM-26): planned ones as they stand, and before it is sent
 * those that the same planner would plan. Nothing is written.
 */
@Component
class NextSends {

  /** More steps than the longest policy has. */
  private static final int MOST_STEPS = 100;

  private static final Duration FURTHEST = Duration.ofDays(366);

  private final Invoices invoices;
  private final ReminderPages pages;
  private final Customers customers;
  private final DunningStates dunning;
  private final Numbers numbers;
  private final Tenants tenants;

  NextSends(
      Invoices invoices,
      ReminderPages pages,
      Customers customers,
      DunningStates dunning,
      Numbers numbers,
      Tenants tenants) {
    this.invoices = invoices;
    this.pages = pages;
    this.customers = customers;
    this.dunning = dunning;
    this.numbers = numbers;
    this.tenants = tenants;
  }

  /**
   * In order of time.
   *
   * @param sendAt when a draft would be sent; null for now, or for the moment it is scheduled for
   */
  @Transactional(readOnly = true)
  public List<NextSendView> of(UUID invoiceId, @Nullable Instant sendAt) {
    var invoice = invoices.find(invoiceId).orElseThrow(() -> Refused.notFound("Invoice"));
    if (invoice.status().isBeforeSent()) {
      return asIfSent(invoice, sendAt);
    }
    var filter = Filter.of(invoiceId, ReminderStatus.SCHEDULED);
    return pages.page(filter, false, null, MOST_STEPS).stream().map(NextSendView::of).toList();
  }

  private List<NextSendView> asIfSent(Invoice invoice, @Nullable Instant sendAt) {
    var now = tenants.businessNow();
    if (sendAt != null && sendAt.isAfter(now.plus(FURTHEST))) {
      throw Refused.invalid("send_at", "RANGE", "Choose a moment within a year");
    }
    var wanted = sendAt == null ? invoice.scheduledSendAt() : sendAt;
    var sentAt = wanted == null || wanted.isBefore(now) ? now : wanted;
    var number = invoice.number() == null ? numbers.preview(NumberKind.INVOICE) : invoice.number();
    var customer = customers.readAsIfSent(invoice, number, sentAt, dunning.of(invoice.id()), now);
    return Planner.plan(customer, now).reminders().stream()
        .filter(step -> step.invoiceId().equals(invoice.id()))
        .filter(step -> step.status() == ReminderStatus.SCHEDULED && step.sendAt().isAfter(sentAt))
        .map(NextSendView::of)
        .toList();
  }
}
