package com.duespark.domain.reminders;

import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.reminders.Customer.Open;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The facts that a decision about a reminder was made from, kept with it as they were then (design
 * law 7). Stored as JSON; add fields, never rename. No names, no amounts.
 *
 * @param checkedAt when it was decided, in business time
 * @param plannedFor the slot
 * @param dueOn of the invoice
 * @param stage how far chasing had got
 * @param holds what kept reminders back, each with its end when it has one
 * @param promisedOn the customer's last word, whether it had passed or not
 * @param payingSince since when a payment was on its way
 * @param quietSince the last message about the invoice
 * @param quietDays how many days are quiet, beginning with the day of that message
 * @param messages when reminder messages to this customer left in the days that caps look at
 * @param routes channels that reached the customer
 * @param together the other invoices in the same message
 */
public record Evidence(
    Instant checkedAt,
    @Nullable Instant plannedFor,
    LocalDate dueOn,
    Stage stage,
    List<Held> holds,
    @Nullable LocalDate promisedOn,
    @Nullable Instant payingSince,
    Instant quietSince,
    int quietDays,
    List<Instant> messages,
    int capPerDay,
    int capPerWeek,
    LocalTime opens,
    LocalTime closes,
    List<Channel> routes,
    List<UUID> together) {

  /** Something that kept reminders back. */
  public record Held(Hold.Cause cause, @Nullable Instant until) {}

  /** Most of anything that is listed. */
  private static final int MOST = 25;

  static Evidence of(
      Customer customer, Open invoice, Instant plannedFor, Instant now, List<UUID> together) {
    return new Evidence(
        now,
        plannedFor,
        invoice.dueOn(),
        invoice.stage(),
        invoice.holds().stream().map(hold -> new Held(hold.cause(), hold.until())).toList(),
        invoice.promise() == null ? null : invoice.promise().on(),
        invoice.payingSince(),
        invoice.lastMessageAt(),
        invoice.policy().quietDaysAfterSend(),
        customer.messages().stream().sorted().limit(MOST).toList(),
        customer.capPerDay(),
        customer.capPerWeek(),
        customer.hours().opens(),
        customer.hours().closes(),
        customer.routes(),
        together.stream().limit(MOST).toList());
  }
}
