package com.duespark.domain.reminders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The days of one customer: how they pay as known on each, and its one slot (REM-60, REM-61). */
final class Slots {

  private final Hours hours;
  private final PaymentHistory payments;
  private final Map<LocalDate, Behaviour> behaviours = new HashMap<>();

  Slots(Customer customer) {
    hours = customer.hours();
    payments = historyOf(customer);
  }

  private static PaymentHistory historyOf(Customer customer) {
    return customer.adaptive() ? customer.payments() : PaymentHistory.NONE;
  }

  /** Whether they are still this customer's, who may have moved or paid. */
  boolean areOf(Customer customer) {
    return hours.equals(customer.hours()) && payments.equals(historyOf(customer));
  }

  Hours hours() {
    return hours;
  }

  /** What the payments before a day tell; of a day to come what is known of them now. */
  Behaviour behaviourOn(LocalDate day) {
    return behaviours.computeIfAbsent(day, asked -> Behaviour.asOf(asked, payments));
  }

  Instant on(LocalDate day) {
    var usual = behaviourOn(day).slot();
    return usual == null ? hours.slotOn(day) : hours.slotOn(day, usual);
  }

  /** Why a day's slot is not the ordinary one. */
  Optional<Reason> whyHourOn(LocalDate day) {
    var behaviour = behaviourOn(day);
    return Optional.ofNullable(behaviour.hour())
        .map(
            hour ->
                new Reason(
                    Reason.Code.USUAL_HOUR,
                    "%s usually pays from %02d:00".formatted(behaviour.who(), hour)));
  }

  /** The day of the next slot: today while it is ahead, else the next business day (REM-65). */
  LocalDate nextDay(Instant now) {
    var today = hours.dayOf(now);
    return hours.businessDayFrom(on(today).isBefore(now) ? today.plusDays(1) : today);
  }
}
