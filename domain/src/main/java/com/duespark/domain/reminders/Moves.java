package com.duespark.domain.reminders;

import com.duespark.domain.reminders.Customer.Decided;
import com.duespark.domain.reminders.Customer.Open;
import com.duespark.domain.reminders.Plan.Planned;
import com.duespark.domain.shared.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.UUID;

/** Whether a person may move a step to a day (REM-74): asks the plan what would become of it. */
public final class Moves {

  private Moves() {}

  /**
   * Checks a move.
   *
   * @param day in the customer's time
   * @throws Refused when the step would not go on that day; names the next day on which it would
   */
  public static void check(
      Customer customer, UUID invoiceId, String stepKey, LocalDate day, Instant now) {
    var today = customer.hours().dayOf(now);
    if (day.isBefore(today)) {
      throw Refused.invalid("day", "IN_THE_PAST", "Choose today or a day to come");
    }
    var row = planned(moved(customer, invoiceId, stepKey, day), invoiceId, stepKey, now);
    var goesOn = customer.hours().dayOf(row.sendAt());
    switch (row.status()) {
      case SCHEDULED -> {
        if (!goesOn.equals(day)) {
          throw Refused.invalid(
              "day",
              customer.hours().isBusinessDay(day) ? "NOT_FREE" : "NOT_A_BUSINESS_DAY",
              "It cannot go on that day; the next possible one is " + goesOn);
        }
      }
      case SKIPPED ->
          throw Refused.invalid(
              "day",
              "WOULD_BE_SKIPPED",
              "On that day it would not go: " + row.reasons().getLast().words());
      case HELD -> {
        if (!customer.hours().isBusinessDay(day)) {
          throw Refused.invalid(
              "day",
              "NOT_A_BUSINESS_DAY",
              "It cannot go on that day; the next possible one is " + goesOn);
        }
      }
      case SENDING, SENT, UNKNOWN, CANCELED, FAILED ->
          throw new IllegalStateException("no plan says " + row.status());
    }
  }

  private static Planned planned(Customer customer, UUID invoiceId, String stepKey, Instant now) {
    return Planner.plan(customer, now).reminders().stream()
        .filter(row -> row.invoiceId().equals(invoiceId) && row.step().key().equals(stepKey))
        .findFirst()
        .orElseThrow(
            () -> Refused.conflict("NOT_PLANNED", "The step is no longer planned; reload"));
  }

  private static Customer moved(Customer customer, UUID invoiceId, String stepKey, LocalDate day) {
    return customer.withInvoices(
        customer.invoices().stream()
            .map(open -> open.id().equals(invoiceId) ? moved(open, stepKey, day) : open)
            .toList());
  }

  private static Open moved(Open open, String stepKey, LocalDate day) {
    var decided = new LinkedHashMap<>(open.decided());
    decided.computeIfPresent(stepKey, (key, before) -> moved(before, day));
    return open.withDecided(decided);
  }

  private static Decided moved(Decided before, LocalDate day) {
    return before.withChoice(new Choice(day, before.choice().tone(), before.choice().answer()));
  }
}
