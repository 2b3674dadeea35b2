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

  final Open invoice;
  final Step step;
  final @Nullable Decided before;
  final Hours hours;
  private final List<Reason> reasons = new ArrayList<>();
  private LocalDate day;
  private Reason.@Nullable Code movedBy;
  private String movedWhy = "";

  Candidate(Open invoice, Step step, Hours hours) {
    this.invoice = invoice;
    this.step = step;
    this.hours = hours;
    this.before = invoice.decided().get(step.key());
    this.day = nominalDay();
    because(Reason.Code.OFFSET, offset());
  }

  /** REM-60: late steps count from the day it was first sent when that was after the due day. */
  private LocalDate nominalDay() {
    return base().plusDays(step.offsetDays());
  }

  private LocalDate base() {
    var sentOn = hours.dayOf(invoice.sentAt());
    return !step.isPreDue() && sentOn.isAfter(invoice.dueOn()) ? sentOn : invoice.dueOn();
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
    return hours.slotOn(day);
  }

  boolean isPastDue() {
    return day.isAfter(invoice.dueOn());
  }

  /** Whether an earlier plan had moved it from this slot to a later one. */
  boolean movedOnFrom(Instant slot) {
    return before != null
        && before.sendAt().isAfter(slot)
        && before.reasons().stream().anyMatch(reason -> MOVES_ON.contains(reason.code()));
  }

  boolean stoodAtOrMovedOnFrom(Instant slot) {
    return movedOnFrom(slot) || (before != null && before.sendAt().equals(slot));
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
    movedBy = null;
  }

  /** Held by a dispute until now; of holds that overlap its rule decides (REM-70). */
  boolean wasDisputed() {
    return before != null
        && before.status() == ReminderStatus.HELD
        && before.heldBy() == Hold.Cause.DISPUTED;
  }

  /** One rule that moves it day after day is one reason: where it began and where it ended. */
  void moveTo(LocalDate newDay, Reason.Code code, String why) {
    if (code == movedBy) {
      reasons.removeLast();
    } else {
      movedBy = code;
      movedWhy = why;
    }
    day = newDay;
    reasons.add(new Reason(code, "%s: moved to %s".formatted(movedWhy, words(newDay))));
  }

  /** Forward to the next business day, naming what was in the way (REM-21, REM-22). */
  void moveToBusinessDay() {
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
    movedBy = null;
    reasons.add(new Reason(code, why));
  }

  static String words(LocalDate day) {
    return DAY.format(day);
  }

  Planned scheduled(int message, Channel channel) {
    return end(ReminderStatus.SCHEDULED, message, channel, null, null);
  }

  Planned held(Hold hold, Channel channel) {
    var until = hold.until() == null ? "" : " until " + words(hours.dayOf(hold.until()));
    because(Reason.Code.HELD, hold.cause().words() + until);
    var rule = wasDisputed() ? Hold.Cause.DISPUTED : hold.cause();
    return end(ReminderStatus.HELD, 0, channel, rule, null);
  }

  Planned skipped(SkipReason why, String words, Channel channel) {
    because(why.code(), words);
    return end(ReminderStatus.SKIPPED, 0, channel, before == null ? null : before.heldBy(), why);
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
        invoice.policy().toneOf(step),
        standing.heldBy(),
        standing.skipReason(),
        standing.reasons());
  }

  private Planned end(
      ReminderStatus status,
      int message,
      Channel channel,
      Hold.@Nullable Cause heldBy,
      @Nullable SkipReason skipReason) {
    return new Planned(
        invoice.id(),
        invoice.cycle(),
        step,
        status,
        slot(),
        message,
        channel,
        invoice.policy().toneOf(step),
        heldBy,
        skipReason,
        List.copyOf(reasons));
  }
}
