package com.duespark.activities.reminders;

import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.reminders.Cadences;
import com.duespark.domain.reminders.Customer;
import com.duespark.domain.reminders.Customers;
import com.duespark.domain.reminders.Dunning;
import com.duespark.domain.reminders.Plan;
import com.duespark.domain.reminders.Plan.Planned;
import com.duespark.domain.reminders.Planner;
import com.duespark.domain.reminders.ReminderStatus;
import com.duespark.domain.reminders.Reminders;
import com.duespark.domain.reminders.RemindersByHand;
import com.duespark.domain.tenants.Tenants;
import com.duespark.workflows.reminders.Agenda;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Plans a customer from the rows as they are now and stores what the plan says. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Planning {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH);
  private static final int TOLD = 10;

  private final Dunning dunning;
  private final Customers customers;
  private final Reminders reminders;
  private final RemindersByHand byHand;
  private final Cadences cadences;
  private final Tenants tenants;
  private final Clock clock;

  Planning(
      Dunning dunning,
      Customers customers,
      Reminders reminders,
      RemindersByHand byHand,
      Cadences cadences,
      Tenants tenants,
      Clock clock) {
    this.dunning = dunning;
    this.customers = customers;
    this.reminders = reminders;
    this.byHand = byHand;
    this.cadences = cadences;
    this.tenants = tenants;
    this.clock = clock;
  }

  /** A plan and the moment it was made at. */
  record Made(Customer customer, Plan plan, Instant now, boolean needed) {

    List<Planned> due() {
      return plan.due(now);
    }

    LocalDate today() {
      return customer.hours().dayOf(now);
    }

    /**
     * The plan as the workflow needs it.
     *
     * @param wantedNow whether a person wants something at once
     */
    private Agenda agenda(boolean wantedNow) {
      if (wantedNow) {
        return new Agenda(Duration.ZERO, channel(), "By hand", !needed, story());
      }
      var next = plan.nextAt().orElse(null);
      return new Agenda(
          next == null ? null : untilNext(next), channel(), words(next), !needed, story());
    }

    /** Rounded up, so that nobody wakes before the slot (law 16). */
    private Duration untilNext(Instant next) {
      var exact = Duration.between(now, next);
      return exact.isPositive()
          ? Duration.ofSeconds(exact.plusNanos(999_999_999).toSeconds())
          : Duration.ZERO;
    }

    private Channel channel() {
      return first().map(Planned::channel).findFirst().orElse(Channel.EMAIL);
    }

    private Stream<Planned> first() {
      return plan.reminders().stream()
          .filter(planned -> planned.status() == ReminderStatus.SCHEDULED);
    }

    private String words(@Nullable Instant next) {
      if (next == null) {
        return "Nothing planned";
      }
      var steps =
          first()
              .filter(planned -> planned.sendAt().equals(next))
              .map(planned -> planned.step().key())
              .collect(Collectors.groupingBy(key -> key, TreeMap::new, Collectors.counting()));
      var what =
          steps.isEmpty()
              ? "Look again"
              : steps.entrySet().stream()
                  .map(
                      step ->
                          step.getValue() == 1
                              ? step.getKey()
                              : step.getKey() + " × " + step.getValue())
                  .collect(Collectors.joining(", "));
      return what + ", " + when(next);
    }

    private String when(Instant moment) {
      ZoneId zone = customer.hours().zone();
      return WHEN.format(moment.atZone(zone)) + " " + zone.getId();
    }

    private String story() {
      if (!needed) {
        return "Nothing is open.";
      }
      var lines =
          plan.reminders().stream()
              .limit(TOLD)
              .map(
                  planned ->
                      "- " + number(planned) + " " + planned.step().key() + ": " + fate(planned))
              .collect(Collectors.joining("\n"));
      int more = plan.reminders().size() - TOLD;
      return "%d open · next: %s%n%s%s%nas of %s"
          .formatted(
              customer.invoices().size(),
              words(plan.nextAt().orElse(null)),
              lines,
              more > 0 ? "\nand %d more".formatted(more) : "",
              when(now))
          .replace("\r\n", "\n");
    }

    private String number(Planned planned) {
      return customer.invoices().stream()
          .filter(invoice -> invoice.id().equals(planned.invoiceId()))
          .map(Customer.Open::number)
          .findFirst()
          .orElse("");
    }

    private String fate(Planned planned) {
      return switch (planned.status()) {
        case SCHEDULED -> when(planned.sendAt());
        case HELD -> "held, " + planned.heldBy();
        case SKIPPED -> "skipped, " + planned.skipReason();
        case SENDING, SENT, UNKNOWN, CANCELED, FAILED -> planned.status().name();
      };
    }
  }

  /** Follows the invoices, plans, stores. The contact's row is locked. */
  Made plan(UUID contactId) {
    var now = tenants.businessNow();
    long changes = cadences.changes(contactId);
    dunning.follow(contactId, now, tenants.current().zone());
    var made = make(contactId, now);
    if (handToPerson(made)) {
      made = make(contactId, now);
    }
    reminders.write(made.customer(), made.plan(), now);
    var next = byHand.next(contactId).map(wanted -> now).or(made.plan()::nextAt).orElse(null);
    cadences.planned(contactId, next, now, changes);
    return made;
  }

  /** What the workflow does next: what a person wants at once goes before the plan. */
  Agenda agenda(Made made) {
    var agenda = look(made);
    cadences.told(made.customer().contactId(), !agenda.done(), wakesAt(agenda));
    return agenda;
  }

  /** Whether the workflow does that without being told. */
  boolean isKnown(Made made) {
    var agenda = look(made);
    return cadences.isInTime(made.customer().contactId(), !agenda.done(), wakesAt(agenda));
  }

  private Agenda look(Made made) {
    boolean wantedNow = byHand.next(made.customer().contactId()).isPresent();
    return made.agenda(wantedNow);
  }

  private @Nullable Instant wakesAt(Agenda agenda) {
    return agenda.untilNext() == null ? null : clock.instant().plus(agenda.untilNext());
  }

  private Made make(UUID contactId, Instant now) {
    var customer = customers.read(contactId, now);
    return new Made(customer, Planner.plan(customer, now), now, cadences.isNeeded(contactId));
  }

  private boolean handToPerson(Made made) {
    var over =
        made.plan().collections().stream()
            .filter(collection -> !collection.at().isAfter(made.now()))
            .map(Plan.Collection::invoiceId)
            .toList();
    made.customer().invoices().stream()
        .filter(invoice -> over.contains(invoice.id()))
        .forEach(
            invoice ->
                dunning.handToPerson(invoice.id(), made.customer().contactId(), invoice.number()));
    return !over.isEmpty();
  }
}
