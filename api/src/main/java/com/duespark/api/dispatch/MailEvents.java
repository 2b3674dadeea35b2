package com.duespark.api.dispatch;

import com.duespark.domain.commands.Command;
import com.duespark.domain.commands.CommandBody;
import com.duespark.domain.commands.Commands;
import com.duespark.domain.contacts.Contacts;
import com.duespark.domain.deliveries.Audience;
import com.duespark.domain.deliveries.Deliveries;
import com.duespark.domain.deliveries.Delivery;
import com.duespark.domain.deliveries.DeliveryEvents;
import com.duespark.domain.deliveries.MailReport;
import com.duespark.domain.deliveries.MailReport.Kind;
import com.duespark.domain.deliveries.Resolution;
import com.duespark.domain.invoices.InvoiceCommand.ResolveDelivery;
import com.duespark.domain.notifications.Notifications;
import com.duespark.domain.reminders.CadenceCommand.ResolveReminder;
import com.duespark.domain.reminders.CadenceOutbox;
import com.duespark.domain.tenants.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a provider's word on a mail into the bound tenant's rows: how far it got, whether its
 * address may be written to, and, when its answer was lost, that it was sent after all.
 */
@Component
@Transactional
class MailEvents {

  /** What a word led to. */
  sealed interface Result {

    record Done() implements Result {}

    /** Not ours, or not of interest. */
    record Nothing(String why) implements Result {}

    /** The mail's own attempt is recorded first. */
    record Later(Duration pause) implements Result {}

    /** The mail's owner is asked to note that it was sent; then this word is taken. */
    record Asked(Command command) implements Result {}
  }

  private static final Duration SOON = Duration.ofSeconds(1);

  private final Deliveries deliveries;
  private final DeliveryEvents events;
  private final Contacts contacts;
  private final Commands commands;
  private final CadenceOutbox cadences;
  private final Notifications notifications;
  private final Tenants tenants;
  private final Clock clock = Clock.systemUTC();

  MailEvents(
      Deliveries deliveries,
      DeliveryEvents events,
      Contacts contacts,
      Commands commands,
      CadenceOutbox cadences,
      Notifications notifications,
      Tenants tenants) {
    this.deliveries = deliveries;
    this.events = events;
    this.contacts = contacts;
    this.commands = commands;
    this.cadences = cadences;
    this.notifications = notifications;
    this.tenants = tenants;
  }

  /**
   * Takes one event; the same twice is taken once.
   *
   * @param eventId of the stored webhook
   */
  public Result take(UUID eventId, String provider, MailReport report) {
    var found = deliveries.find(report.deliveryId());
    if (found.isEmpty()) {
      return new Result.Nothing("It is about no message of ours");
    }
    var contactId = found.get().contactId();
    if (contactId != null) {
      contacts.lockAny(contactId); // first in the lock order
    }
    var delivery = deliveries.lock(report.deliveryId()).orElseThrow();
    if (!provider.equals(delivery.provider())
        || !report.recipient().equals(delivery.recipient().toLowerCase(Locale.ROOT))) {
      return new Result.Nothing("Another provider or recipient than the message's");
    }
    if (delivery.status().canBeResolved(true)) {
      return unresolved(delivery, provider, report);
    }
    if (events.keep(eventId, report, businessTime(report.at()))) {
      apply(delivery, provider, report);
    }
    return new Result.Done();
  }

  /** Whoever reports on a mail has taken it (WF-04f). */
  private Result unresolved(Delivery delivery, String provider, MailReport report) {
    var lease = delivery.entry().leaseUntil();
    if (lease != null && lease.isAfter(clock.instant())) {
      return new Result.Later(SOON);
    }
    return resolution(delivery, report)
        .map(
            owner ->
                (Result)
                    new Result.Asked(
                        commands.save(
                            Command.of(
                                delivery.tenantId(),
                                owner.entityId(),
                                owner.body(),
                                "provider:" + provider,
                                null))))
        .orElseGet(() -> new Result.Nothing("Nobody owns the message"));
  }

  private record Owner(UUID entityId, CommandBody body) {}

  private static Optional<Owner> resolution(Delivery delivery, MailReport report) {
    var name = report.messageId() == null ? "" : report.messageId();
    var invoiceId = delivery.invoiceId();
    var contactId = delivery.contactId();
    if (invoiceId != null) {
      return Optional.of(
          new Owner(invoiceId, new ResolveDelivery(delivery.id(), Resolution.SENT, name)));
    }
    return contactId == null
        ? Optional.empty()
        : Optional.of(
            new Owner(contactId, new ResolveReminder(delivery.id(), Resolution.SENT, name)));
  }

  private void apply(Delivery delivery, String provider, MailReport report) {
    var before = delivery.status();
    deliveries.save(delivery.reported(report, businessTime(report.at())));
    var contactId = delivery.contactId();
    if (contactId == null || delivery.audience() != Audience.PAYER) {
      return;
    }
    if (report.kind().suppresses()) {
      suppress(contactId, provider, report, reason(report.kind()));
    } else if (report.kind() == Kind.SOFT_BOUNCED && events.keepsBouncing(report.recipient())) {
      suppress(contactId, provider, report, "SOFT_BOUNCES");
    }
    if (delivery.status() != before && !delivery.status().isGood()) {
      notifications.tell(
          delivery.createdBy(),
          "delivery.failed",
          "A mail did not arrive: " + report.words(),
          "contact",
          contactId);
    }
  }

  /** The address is closed; a customer who has another one by now is not. */
  private void suppress(UUID contactId, String provider, MailReport report, String reason) {
    contacts.suppressEmail(contactId, report.recipient(), reason, "provider:" + provider);
    cadences.changed(contactId);
  }

  private static String reason(Kind kind) {
    return switch (kind) {
      case COMPLAINED -> "COMPLAINT";
      case UNSUBSCRIBED -> "UNSUBSCRIBED";
      default -> "HARD_BOUNCE";
    };
  }

  /** A provider's time is shifted by the business's clock (law 16). */
  private Instant businessTime(Instant at) {
    return at.plus(Duration.between(clock.instant(), tenants.businessNow()));
  }
}
