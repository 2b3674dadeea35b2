package com.duespark.workflows.reminders;

import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.invoices.InvoiceStatus;
import com.duespark.domain.reminders.Choice;
import com.duespark.domain.reminders.Customer.Decided;
import com.duespark.domain.reminders.Customer.Open;
import com.duespark.domain.reminders.Hold;
import com.duespark.domain.reminders.Plan.Planned;
import com.duespark.domain.reminders.Promise;
import com.duespark.domain.reminders.ReminderPolicy;
import com.duespark.domain.reminders.ReminderStatus;
import com.duespark.domain.reminders.Stage;
import com.duespark.domain.reminders.Step;
import com.duespark.domain.reminders.Tone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An invoice that was sent, and the rows of its reminders. */
final class FakeDebt {

  /** A row of a reminder: the plan's words, and what became of them. */
  record Row(
      Planned plan,
      ReminderStatus status,
      @Nullable UUID deliveryId,
      @Nullable Instant leftAt,
      int attempts) {

    Decided decided() {
      return new Decided(
          status,
          plan.sendAt(),
          plan.tone(),
          plan.channel(),
          plan.heldBy(),
          plan.askedAt(),
          plan.skipReason(),
          plan.reasons(),
          Choice.NONE);
    }

    boolean left() {
      return status.isOut();
    }

    Row end(ReminderStatus how, Instant now) {
      return how.isOut()
          ? new Row(plan, how, deliveryId, how == ReminderStatus.SENT ? now : leftAt, attempts)
          : new Row(plan, how, null, null, attempts);
    }
  }

  private static final String BY_HAND = "MANUAL-";

  final UUID id;
  final String number;
  private final LocalDate dueOn;
  private final Instant sentAt;
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private InvoiceStatus status = InvoiceStatus.SENT;
  private Stage stage = Stage.NONE;
  private @Nullable Hold pause;
  private @Nullable Promise promise;
  private boolean disputed;

  FakeDebt(UUID id, String number, LocalDate dueOn, Instant sentAt) {
    this.id = id;
    this.number = number;
    this.dueOn = dueOn;
    this.sentAt = sentAt;
  }

  // ------------------------------------------------------------------ what happens to it

  void close(InvoiceStatus how) {
    status = how;
  }

  void pause(@Nullable Hold hold) {
    pause = hold;
  }

  void promise(@Nullable LocalDate on, Instant now) {
    promise = on == null ? null : new Promise(on, now, false);
  }

  void dispute(boolean open) {
    disputed = open;
  }

  /** A person wants a message at once. */
  void wantNow(Tone tone, Instant now) {
    var key = BY_HAND + (rows.keySet().stream().filter(FakeDebt::isByHand).count() + 1);
    var step = new Step(key, 0, Stage.NONE, Channel.EMAIL, tone, null);
    var planned =
        new Planned(
            id,
            1,
            step,
            ReminderStatus.SCHEDULED,
            now,
            1,
            Channel.EMAIL,
            tone,
            null,
            null,
            null,
            List.of());
    rows.put(key, new Row(planned, ReminderStatus.SCHEDULED, null, null, 0));
  }

  /** What a person wants at once and did not leave yet. */
  Stream<Planned> wanted() {
    return rows.entrySet().stream()
        .filter(row -> isByHand(row.getKey()))
        .filter(row -> row.getValue().status() == ReminderStatus.SCHEDULED)
        .map(row -> row.getValue().plan());
  }

  private static boolean isByHand(String key) {
    return key.startsWith(BY_HAND);
  }

  boolean isOpen() {
    return status.isOpen();
  }

  Stage stage() {
    return stage;
  }

  void advance(Stage next) {
    if (next.isAfter(stage)) {
      stage = next;
    }
  }

  // ------------------------------------------------------------------ what the planner reads

  Open facts(ReminderPolicy policy, List<Hold> customerHolds, Instant now) {
    var holds =
        Stream.of(
                customerHolds.stream(),
                Stream.ofNullable(pause),
                disputed ? Stream.of(new Hold(Hold.Cause.DISPUTED, null)) : Stream.<Hold>empty())
            .flatMap(some -> some)
            .filter(hold -> hold.until() == null || now.isBefore(hold.until()))
            .toList();
    return new Open(
        id,
        number,
        dueOn,
        sentAt,
        false,
        leaving().reduce(sentAt, (one, other) -> one.isAfter(other) ? one : other),
        finalSentAt(),
        1,
        stage,
        policy,
        promise,
        null,
        holds,
        rows.entrySet().stream()
            .filter(row -> !isByHand(row.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, row -> row.getValue().decided())));
  }

  private Stream<Instant> leaving() {
    return rows.values().stream()
        .filter(
            row -> row.status() == ReminderStatus.SENT || row.status() == ReminderStatus.SENDING)
        .map(Row::leftAt)
        .filter(Objects::nonNull);
  }

  private @Nullable Instant finalSentAt() {
    return rows.values().stream()
        .filter(row -> row.plan().step().stage() == Stage.FINAL)
        .filter(row -> row.status() == ReminderStatus.SENT)
        .map(Row::leftAt)
        .findFirst()
        .orElse(null);
  }

  // ------------------------------------------------------------------ its rows

  Stream<Row> rows() {
    return rows.values().stream();
  }

  @Nullable Row row(String step) {
    return rows.get(step);
  }

  /** What is out or has ended is never written over; a new slot counts its tries anew. */
  void write(Planned planned) {
    rows.compute(
        planned.step().key(),
        (step, before) -> {
          if (before == null) {
            return new Row(planned, planned.status(), null, null, 0);
          }
          if (!before.status().isOpen() && before.status() != ReminderStatus.SKIPPED) {
            return before;
          }
          boolean sameSlot = before.plan().sendAt().equals(planned.sendAt());
          return new Row(planned, planned.status(), null, null, sameSlot ? before.attempts() : 0);
        });
  }

  /** REM-30: what has not left will not. */
  void cancelOpenRows() {
    rows.replaceAll(
        (step, row) ->
            row.status().isOpen()
                ? new Row(row.plan(), ReminderStatus.CANCELED, null, null, row.attempts())
                : row);
  }

  int bind(String step, UUID deliveryId, Instant now) {
    var row = Objects.requireNonNull(rows.get(step));
    if (row.status() != ReminderStatus.SCHEDULED) {
      throw new IllegalStateException(number + " " + step + " is " + row.status());
    }
    int tries = row.attempts() + 1;
    rows.put(step, new Row(row.plan(), ReminderStatus.SENDING, deliveryId, now, tries));
    return tries;
  }

  /** A delivery came to something; one that did not leave sets its steps free. */
  void end(UUID deliveryId, ReminderStatus how, Instant now) {
    rows.replaceAll((step, row) -> deliveryId.equals(row.deliveryId()) ? row.end(how, now) : row);
  }
}
