package com.duespark.domain.reminders;

import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.reminders.Customer.Decided;
import com.duespark.domain.reminders.Customer.Open;
import com.duespark.domain.reminders.Plan.Planned;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A step on its way to a day: where it stands so far and what moved it there. */
final class Candidate {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);

  private static final Set<Reason.Code> MOVES_ON =
      EnumSet.of(Reason.Code.QUIET, Reason.Code.CAP, Reason.Code.CATCH_UP);

  /** What brings a step to its day before the calendar has its say; the hour's reason follows. */
  private static final Set<Reason.Code> FIRST =
      EnumSet.of(
          Reason.Code.OFFSET,
          Reason.Code.LATE_PAYER,
          Reason.Code.ON_TIME_PAYER,
          Reason.Code.USUAL_WEEKDAY,
          Reason.Code.MOVED_BY_USER);

  final Open invoice;
  final Step step;
  final @Nullable Decided before;
  private final Slots slots;
  private final Hours hours;
  private final List<Reason> reasons = new ArrayList<>();
  private LocalDate day;
  private @Nullable Reason moving;

  Candidate(Open invoice, Step step, Slots slots) {
    this.invoice = invoice;
    this.step = step;
    this.slots = slots;
    this.hours = slots.hours();
    this.before = invoice.decided().get(step.key());
    this.day = nominalDay();
    because(Reason.Code.OFFSET, offset());
  }

  /** REM-60: late steps count from the day it was first sent when that was after the due day. */
  LocalDate nominalDay() {
    return base().plusDays(step.offsetDays());
  }

  private LocalDate base() {
    var sentOn = hours.dayOf(invoice.sentAt());
    return !step.isPreDue() && !invoice.imported() && sentOn.isAfter(invoice.dueOn())
        ? sentOn
        : invoice.dueOn();
  }

  private String offset() {
    int days = Math.abs(step.offsetDays());
    var from = base().equals(invoice.dueOn()) ? "the due day" : "the day it was sent";
    return days == 0
        ? "On the due day, " + words(day)
        : "%d %s %s %s, %s"
            .formatted(
                days,
                days == 1 ? "day" : "days",
                step.offsetDays() < 0 ? "before" : "after",
                from,
                words(day));
  }

  LocalDate day() {
    return day;
  }

  Instant slot() {
    return slots.on(day);
  }

  /** A step up to the due day that would go after it (REM-72). */
  boolean isTooLate() {
    return step.isPreDue() && day.isAfter(invoice.dueOn());
  }

  Choice choice() {
    return before == null ? Choice.NONE : before.choice();
  }

  /** Whether an earlier plan had moved it from this day to a later one. */
  boolean movedOnFrom(LocalDate from) {
    return before != null
        && hours.dayOf(before.sendAt()).isAfter(from)
        && before.reasons().stream().anyMatch(reason -> MOVES_ON.contains(reason.code()));
  }

  /** Whether it had a slot up to this one. */
  boolean stoodBy(Instant slot) {
    return before != null && !before.sendAt().isAfter(slot);
  }

  /** Planned for a slot of today that has come: late, but it still stands (REM-65). */
  boolean isDueToday(Instant now) {
    return before != null
        && before.status() == ReminderStatus.SCHEDULED
        && !before.sendAt().isAfter(now)
        && hours.dayOf(before.sendAt()).equals(hours.dayOf(now))
        && !slots.on(hours.dayOf(now)).isAfter(now);
  }

  /** Planned for a slot that we did not keep. */
  boolean wasMissedBefore(Instant now) {
    return before != null
        && before.status() == ReminderStatus.SCHEDULED
        && before.sendAt().isBefore(now);
  }

  boolean wasHeld() {
    return before != null && before.status() == ReminderStatus.HELD && !isAsked();
  }

  /** A person was asked about it and has not decided. */
  boolean isAsked() {
    return before != null && before.askedAt() != null;
  }

  Instant askedSince(Instant now) {
    return before == null || before.askedAt() == null ? now : before.askedAt();
  }

  boolean wasSkipped() {
    return before != null && before.status() == ReminderStatus.SKIPPED;
  }

  /** Goes on from where an earlier plan had put it, with that plan's reasons for the day. */
  void takeUp() {
    var standing = Objects.requireNonNull(before);
    day = hours.dayOf(standing.sendAt());
    reasons.clear();
    reasons.addAll(standing.reasons().stream().filter(reason -> reason.code().setsDay()).toList());
    moving = null;
  }

  /** Held by a dispute until now; of holds that overlap its rule decides (REM-70). */
  boolean wasDisputed() {
    return before != null
        && before.status() == ReminderStatus.HELD
        && before.heldBy() == Hold.Cause.DISPUTED;
  }

  /** One rule that moves it day after day is one reason: where it began and where it ended. */
  void moveTo(LocalDate newDay, Reason.Code code, String why) {
    if (moving == null || moving.code() != code) {
      finishMove();
      moving = new Reason(code, why);
    }
    day = newDay;
  }

  private void finishMove() {
    if (moving != null) {
      reasons.add(
          new Reason(moving.code(), "%s: moved to %s".formatted(moving.words(), words(day))));
      moving = null;
    }
  }

  /** Forward to the next business day, naming what was in the way (REM-21, REM-22). */
  void moveToBusinessDay() {
    finishMove();
    while (!hours.isBusinessDay(day)) {
      var from = day;
      var holiday = hours.holidays().holidayOn(from);
      while (!hours.isBusinessDay(day) && Objects.equals(holiday, holidayOn(day))) {
        day = day.plusDays(1);
      }
      because(
          holiday == null ? Reason.Code.WEEKEND : Reason.Code.HOLIDAY,
          "%s is %s: moved to %s"
              .formatted(words(from), holiday == null ? "no business day" : holiday, words(day)));
    }
  }

  private @Nullable String holidayOn(LocalDate date) {
    return hours.holidays().holidayOn(date);
  }

  void because(Reason.Code code, String why) {
    finishMove();
    reasons.add(new Reason(code, why));
  }

  static String words(LocalDate day) {
    return DAY.format(day);
  }

  Planned scheduled(int message, Channel channel) {
    return end(ReminderStatus.SCHEDULED, message, channel, null, null, null);
  }

  Planned held(Hold hold, Channel channel) {
    return held(hold, before == null ? null : before.askedAt(), channel);
  }

  /**
   * Kept back.
   *
   * @param askedAt since when a person is asked about it
   */
  Planned held(Hold hold, @Nullable Instant askedAt, Channel channel) {
    var until = hold.until() == null ? "" : " until " + words(hours.dayOf(hold.until()));
    because(Reason.Code.HELD, hold.cause().words() + until);
    var rule = wasDisputed() ? Hold.Cause.DISPUTED : hold.cause();
    return end(ReminderStatus.HELD, 0, channel, rule, askedAt, null);
  }

  Planned skipped(SkipReason why, String words, Channel channel) {
    because(why.code(), words);
    return end(
        ReminderStatus.SKIPPED, 0, channel, before == null ? null : before.heldBy(), null, why);
  }

  /** Skipped by an earlier plan, and nothing is new. */
  Planned asBefore(Channel channel) {
    var standing = Objects.requireNonNull(before);
    return new Planned(
        invoice.id(),
        invoice.cycle(),
        step,
        standing.status(),
        standing.sendAt(),
        0,
        channel,
        tone(),
        standing.heldBy(),
        standing.askedAt(),
        standing.skipReason(),
        standing.reasons());
  }

  private Tone tone() {
    var chosen = choice().tone();
    return chosen == null ? invoice.policy().toneOf(step) : chosen;
  }

  private Planned end(
      ReminderStatus status,
      int message,
      Channel channel,
      Hold.@Nullable Cause heldBy,
      @Nullable Instant askedAt,
      @Nullable SkipReason skipReason) {
    finishMove();
    return new Planned(
        invoice.id(),
        invoice.cycle(),
        step,
        status,
        slot(),
        message,
        channel,
        tone(),
        heldBy,
        askedAt,
        skipReason,
        reasons());
  }

  private List<Reason> reasons() {
    var all = new ArrayList<>(reasons);
    int first = 0;
    while (first < all.size() && FIRST.contains(all.get(first).code())) {
      first++;
    }
    int place = first;
    slots.whyHourOn(day).ifPresent(why -> all.add(place, why));
    return List.copyOf(all);
  }
}
