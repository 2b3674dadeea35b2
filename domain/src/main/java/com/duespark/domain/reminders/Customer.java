package com.duespark.domain.reminders;

import com.duespark.domain.deliveries.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the plan of one customer is made from.
 *
 * @param capPerDay reminder messages in a local day, over all channels
 * @param capPerWeek in a local day and the six before
 * @param messages when reminder messages left, may have left, or are leaving; the last 8 days
 * @param routes channels that reach the customer, the preferred one first
 */
public record Customer(
    UUID contactId,
    Hours hours,
    int capPerDay,
    int capPerWeek,
    boolean consolidate,
    CatchUp catchUp,
    List<Instant> messages,
    List<Channel> routes,
    List<Open> invoices) {

  /**
   * An open invoice.
   *
   * @param sentAt when it was first sent
   * @param lastMessageAt the last message about it that a provider took
   * @param finalSentAt when the FINAL reminder of this cycle was sent
   * @param holds what keeps its reminders back, now or until a known moment
   * @param decided what this cycle's steps have come to so far, by step key
   */
  public record Open(
      UUID id,
      String number,
      LocalDate dueOn,
      Instant sentAt,
      Instant lastMessageAt,
      @Nullable Instant finalSentAt,
      int cycle,
      Stage stage,
      ReminderPolicy policy,
      List<Hold> holds,
      Map<String, Decided> decided) {}

  /**
   * What a step has come to.
   *
   * @param sendAt its slot
   * @param heldBy what holds or last held it
   */
  public record Decided(
      ReminderStatus status,
      Instant sendAt,
      Hold.@Nullable Cause heldBy,
      @Nullable SkipReason skipReason,
      List<Reason> reasons) {

    /** A skip stands once its slot has passed; until then the plan may think again. */
    boolean isSettled(Instant now) {
      return switch (status) {
        case SCHEDULED, HELD -> false;
        case SKIPPED -> skipReason == SkipReason.MISSED || !sendAt.isAfter(now);
        case SENDING, SENT, UNKNOWN, CANCELED, FAILED -> true;
      };
    }
  }
}
