package com.duespark.workflows.reminders;

import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.invoices.InvoiceStatus;
import com.duespark.domain.reminders.CatchUp;
import com.duespark.domain.reminders.Customer;
import com.duespark.domain.reminders.Hold;
import com.duespark.domain.reminders.Hours;
import com.duespark.domain.reminders.PaymentHistory;
import com.duespark.domain.reminders.Plan;
import com.duespark.domain.reminders.Plan.Planned;
import com.duespark.domain.reminders.Planner;
import com.duespark.domain.reminders.PublicHolidays;
import com.duespark.domain.reminders.ReminderPolicy;
import com.duespark.domain.reminders.ReminderStatus;
import com.duespark.domain.reminders.Stage;
import com.duespark.workflows.shared.World;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A customer's rows, kept in memory; the plan comes from the product's own planner. */
final class FakeCustomer {

  private static final ReminderPolicy POLICY = ReminderPolicy.standard(World.TENANT, true, null);

  /** A message that a provider took, or may have taken. */
  record Message(Instant at, List<String> steps) {}

  final UUID id;
  private Hours hours;
  private final Map<UUID, FakeDebt> debts = new LinkedHashMap<>();
  private final List<Message> messages = new ArrayList<>();
  private @Nullable Hold pause;
  private int deliveries;

  FakeCustomer(UUID id, ZoneId zone, String country) {
    this.id = id;
    this.hours = hours(zone, country);
  }

  private static Hours hours(ZoneId zone, String country) {
    return new Hours(
        zone,
        LocalTime.of(9, 0),
        LocalTime.of(17, 0),
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
        PublicHolidays.of(country, Map.of()),
        7);
  }

  Hours hours() {
    return hours;
  }

  // ------------------------------------------------------------------ what happens to it

  FakeDebt sent(UUID invoiceId, LocalDate dueOn, Instant now) {
    var debt = new FakeDebt(invoiceId, "INV-" + (debts.size() + 1), dueOn, now);
    debts.put(invoiceId, debt);
    return debt;
  }

  void move(ZoneId zone, String country) {
    hours = hours(zone, country);
  }

  void close(UUID invoiceId, InvoiceStatus how) {
    debt(invoiceId).close(how);
  }

  FakeDebt debt(UUID invoiceId) {
    return Objects.requireNonNull(debts.get(invoiceId));
  }

  /** One invoice, or all when null. */
  void pause(@Nullable UUID invoiceId, @Nullable Hold hold) {
    if (invoiceId == null) {
      pause = hold;
    } else {
      debt(invoiceId).pause(hold);
    }
  }

  // ------------------------------------------------------------------ the plan

  /** Follows the invoices, plans, hands over what nobody pays, stores. */
  Plan plan(Instant now) {
    debts.values().stream().filter(debt -> !debt.isOpen()).forEach(FakeDebt::cancelOpenRows);
    var plan = Planner.plan(facts(now), now);
    var over = plan.collections().stream().filter(one -> !one.at().isAfter(now)).toList();
    if (!over.isEmpty()) {
      over.forEach(one -> debt(one.invoiceId()).advance(Stage.COLLECTIONS));
      plan = Planner.plan(facts(now), now);
    }
    plan.reminders().forEach(planned -> debt(planned.invoiceId()).write(planned));
    return plan;
  }

  private Customer facts(Instant now) {
    var holds = Stream.ofNullable(pause).toList();
    return new Customer(
        id,
        hours,
        POLICY.adaptive(),
        PaymentHistory.NONE,
        POLICY.capPerDay(),
        POLICY.capPerWeek(),
        POLICY.consolidate(),
        CatchUp.LATEST,
        lately(now),
        List.of(Channel.EMAIL),
        debts.values().stream()
            .filter(FakeDebt::isOpen)
            .map(debt -> debt.facts(POLICY, holds, now))
            .toList());
  }

  /** When messages left in the days that caps look at. */
  private List<Instant> lately(Instant now) {
    return debts.values().stream()
        .flatMap(FakeDebt::rows)
        .filter(FakeDebt.Row::left)
        .collect(
            Collectors.toMap(
                row -> Objects.requireNonNull(row.deliveryId()),
                row -> Objects.requireNonNull(row.leftAt()),
                (one, other) -> one))
        .values()
        .stream()
        .filter(left -> left.isAfter(now.minus(Duration.ofDays(9))))
        .toList();
  }

  /** Whether anything is open or on its way. */
  boolean needsCadence() {
    return debts.values().stream().anyMatch(FakeDebt::isOpen) || leaving().isPresent();
  }

  /** What a person wants at once, one message at a time. */
  List<Planned> wanted() {
    return debts.values().stream()
        .filter(FakeDebt::isOpen)
        .flatMap(FakeDebt::wanted)
        .limit(1)
        .toList();
  }

  // ------------------------------------------------------------------ a message

  /** What is being sent right now. */
  Optional<UUID> leaving() {
    return debts.values().stream()
        .flatMap(FakeDebt::rows)
        .filter(row -> row.status() == ReminderStatus.SENDING)
        .map(row -> Objects.requireNonNull(row.deliveryId()))
        .findFirst();
  }

  UUID newDelivery() {
    return new UUID(id.getMostSignificantBits(), 0x100L + ++deliveries);
  }

  /**
   * Binds what is due to a message.
   *
   * @return how often it was tried, this time included
   */
  int claim(List<Planned> due, UUID deliveryId, Instant now) {
    return due.stream()
        .mapToInt(planned -> debt(planned.invoiceId()).bind(planned.step().key(), deliveryId, now))
        .max()
        .orElseThrow();
  }

  void accepted(UUID deliveryId, Instant now) {
    messages.add(new Message(now, carriedBy(deliveryId)));
    for (var debt : debts.values()) {
      debt.rows()
          .filter(row -> deliveryId.equals(row.deliveryId()))
          .forEach(row -> debt.advance(row.plan().step().stage()));
      debt.end(deliveryId, ReminderStatus.SENT, now);
    }
  }

  List<String> carriedBy(UUID deliveryId) {
    return debts.values().stream()
        .flatMap(
            debt ->
                debt.rows()
                    .filter(row -> deliveryId.equals(row.deliveryId()))
                    .map(row -> debt.number + " " + row.plan().step().key()))
        .toList();
  }

  void end(UUID deliveryId, ReminderStatus how, Instant now) {
    debts.values().forEach(debt -> debt.end(deliveryId, how, now));
  }

  /** Messages so far, each as its local minute and what it was about. */
  List<String> messages() {
    return messages.stream()
        .map(
            message ->
                LocalDateTime.ofInstant(message.at(), hours.zone()).truncatedTo(ChronoUnit.MINUTES)
                    + " "
                    + String.join(", ", message.steps()))
        .toList();
  }
}
