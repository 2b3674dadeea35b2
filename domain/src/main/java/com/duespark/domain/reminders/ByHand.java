package com.duespark.domain.reminders;

import com.duespark.domain.reminders.Customer.Open;
import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Refused;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The rules of a reminder that a person sends (REM-41, REM-51, REM-68, REM-74). Pure: the claim
 * asks the same again at the last moment.
 */
public final class ByHand {

  private ByHand() {}

  /** Stops it: asking again changes nothing, the thing itself has to change. */
  public static void requireSendable(Customer customer, Open invoice) {
    for (var hold : invoice.holds()) {
      switch (hold.cause()) {
        case DISPUTED ->
            throw Refused.conflict(
                "DISPUTED", "The invoice is disputed; resolve that first, then remind");
        case CONTACT ->
            throw Refused.conflict(
                "UNREACHABLE",
                "The contact does not want reminders or cannot be reached; look at the contact");
        case PROMISED, SWITCHED_OFF, PAUSED, PAYMENT_PENDING, ASKED -> {}
      }
    }
    if (customer.routes().isEmpty()) {
      throw Refused.conflict("UNREACHABLE", "No address reaches the contact; add one");
    }
  }

  /** A planned one goes before its slot only when nothing holds it at this moment. */
  public static void requireUnheld(Customer customer, Open invoice, Instant now) {
    new Holds(customer.hours(), now)
        .at(invoice, now)
        .ifPresent(
            hold -> {
              throw Refused.conflict("HELD", hold.cause().words());
            });
  }

  /** What the person has to confirm. */
  public static Set<Warning> warnings(Customer customer, Open invoice, Instant now) {
    var warnings = EnumSet.noneOf(Warning.class);
    var hours = customer.hours();
    var sent = customer.messages().stream().map(hours::dayOf).toList();
    var caps = new Caps(hours, customer.capPerDay(), customer.capPerWeek(), sent);
    if (!caps.allow(hours.dayOf(now))) {
      warnings.add(Warning.CAP);
    }
    if (!hours.areOpenAt(now)) {
      warnings.add(Warning.OUTSIDE_WINDOW);
    }
    if (invoice.holds().stream()
        .anyMatch(hold -> hold.cause() == Hold.Cause.PAUSED && hold.holds(now))) {
      warnings.add(Warning.PAUSED);
    }
    var promise = invoice.promise();
    if (promise != null && !hours.dayOf(now).isAfter(promise.on())) {
      warnings.add(Warning.PROMISED);
    }
    var paying = invoice.payingSince();
    if (paying != null && now.isBefore(paying.plus(Holds.PAYING))) {
      warnings.add(Warning.PAYMENT_PENDING);
    }
    return warnings;
  }

  /**
   * Lets it pass when everything was acknowledged.
   *
   * @throws Refused CONFIRMATION_REQUIRED with one detail for each thing that was not
   */
  public static void requireAcknowledged(Set<Warning> warnings, Set<Warning> acknowledged) {
    var open =
        warnings.stream()
            .filter(warning -> !acknowledged.contains(warning))
            .map(warning -> new Refused.Detail("acknowledge", warning.words(), warning.name()))
            .toList();
    if (!open.isEmpty()) {
      throw new Refused(
          ErrorCode.CONFIRMATION_REQUIRED,
          "Please confirm: "
              + String.join("; ", open.stream().map(Refused.Detail::message).toList()),
          open);
    }
  }

  /** Days overdue today; zero or negative up to the due day. */
  public static int daysOverdue(Customer customer, Open invoice, Instant now) {
    return (int) ChronoUnit.DAYS.between(invoice.dueOn(), customer.hours().dayOf(now));
  }

  /** The tone that suits the delay, as a step of that day would have. */
  public static Tone tone(Open invoice, int daysOverdue) {
    var policy = invoice.policy();
    return Tone.choose(daysOverdue, policy.toneNeutralAfterDays(), policy.toneFirmAfterDays());
  }

  /**
   * The stage that follows.
   *
   * @throws Refused when there is none for a reminder to move to
   */
  public static Stage next(Stage stage) {
    return switch (stage) {
      case NONE -> Stage.REMINDER_1;
      case REMINDER_1 -> Stage.REMINDER_2;
      case REMINDER_2 -> Stage.FINAL;
      case FINAL, COLLECTIONS ->
          throw Refused.invalid(
              "advance_stage", "LAST_STAGE", "The invoice is at its last stage already");
    };
  }

  static List<Reason> because(String words) {
    return List.of(new Reason(Reason.Code.BY_HAND, words));
  }
}
