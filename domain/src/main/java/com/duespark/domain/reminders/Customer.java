package com.duespark.domain.reminders;

import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.reminders.Plan.Planned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the plan of one customer is made from.
 *
 * @param adaptive whether days and hours follow the payments
 * @param payments how the customer and others paid
 * @param capPerDay reminder messages in a local day, over all channels
 * @param capPerWeek in a local day and the six before
 * @param messages when reminder messages left, may have left, or are leaving; the last 8 days
 * @param routes channels that reach the customer, the preferred one first
 */
public record Customer(
    UUID contactId,
    Hours hours,
    boolean adaptive,
    PaymentHistory payments,
    int capPerDay,
    int capPerWeek,
    boolean consolidate,
    CatchUp catchUp,
    List<Instant> messages,
    List<Channel> routes,
    List<Open> invoices) {

  public Customer {
    if (capPerDay < 1 || capPerWeek < 1) {
      throw new IllegalArgumentException("a cap below one message would never let one go");
    }
  }

  public Customer withHours(Hours changed) {
    return with(changed, messages, invoices);
  }

  public Customer withMessages(List<Instant> changed) {
    return with(hours, changed, invoices);
  }

  public Customer withInvoices(List<Open> changed) {
    return with(hours, messages, changed);
  }

  /** After a plan was written down. */
  Customer keeping(Plan plan) {
    var rows = plan.reminders().stream().collect(Collectors.groupingBy(Planned::invoiceId));
    return withInvoices(
        invoices.stream()
            .map(open -> open.keeping(rows.getOrDefault(open.id(), List.of())))
            .toList());
  }

  private Customer with(Hours hours, List<Instant> messages, List<Open> invoices) {
    return new Customer(
        contactId,
        hours,
        adaptive,
        payments,
        capPerDay,
        capPerWeek,
        consolidate,
        catchUp,
        messages,
        routes,
        invoices);
  }

  /**
   * An open invoice.
   *
   * @param sentAt when it was first sent
   * @param imported whether it came from elsewhere already open: its steps count from the due day,
   *     and what was missed waits for a person (REM-60, REM-65)
   * @param lastMessageAt the last message about it that a provider took
   * @param finalSentAt when the FINAL reminder of this cycle was sent
   * @param promise the last word of the customer, null when there is none
   * @param payingSince since when a payment is on its way, null when none is
   * @param holds what else keeps its reminders back, now or until a known moment
   * @param decided what this cycle's steps have come to so far, by step key
   */
  public record Open(
      UUID id,
      String number,
      LocalDate dueOn,
      Instant sentAt,
      boolean imported,
      Instant lastMessageAt,
      @Nullable Instant finalSentAt,
      int cycle,
      Stage stage,
      ReminderPolicy policy,
      @Nullable Promise promise,
      @Nullable Instant payingSince,
      List<Hold> holds,
      Map<String, Decided> decided) {

    /** An invoice that was just sent, or that nobody was reminded of yet. */
    public static Open sent(
        UUID id, String number, LocalDate dueOn, Instant sentAt, ReminderPolicy policy) {
      return new Open(
          id,
          number,
          dueOn,
          sentAt,
          false,
          sentAt,
          null,
          1,
          Stage.NONE,
          policy,
          null,
          null,
          List.of(),
          Map.of());
    }

    /** The day on which a person takes over, null before the last reminder was sent (REM-71). */
    @Nullable LocalDate handOverOn(Hours hours) {
      return finalSentAt == null || stage != Stage.FINAL
          ? null
          : hours.dayOf(finalSentAt).plusDays(policy.collectionsAfterDays());
    }

    public Open withHolds(List<Hold> changed) {
      return with(
          lastMessageAt, finalSentAt, stage, policy, promise, payingSince, changed, decided);
    }

    public Open withPolicy(ReminderPolicy changed) {
      return with(lastMessageAt, finalSentAt, stage, changed, promise, payingSince, holds, decided);
    }

    public Open withPromise(@Nullable Promise changed) {
      return with(lastMessageAt, finalSentAt, stage, policy, changed, payingSince, holds, decided);
    }

    public Open withPayingSince(@Nullable Instant changed) {
      return with(lastMessageAt, finalSentAt, stage, policy, promise, changed, holds, decided);
    }

    public Open withDecided(Map<String, Decided> changed) {
      return with(lastMessageAt, finalSentAt, stage, policy, promise, payingSince, holds, changed);
    }

    /** A message about it was taken. */
    public Open wroteAbout(Instant at) {
      return with(at, finalSentAt, stage, policy, promise, payingSince, holds, decided);
    }

    /** The stage moves forward, never back. */
    public Open reached(Stage next, Instant at) {
      return with(
          lastMessageAt,
          next == Stage.FINAL ? at : finalSentAt,
          next.isAfter(stage) ? next : stage,
          policy,
          promise,
          payingSince,
          holds,
          decided);
    }

    private Open keeping(List<Planned> rows) {
      if (rows.isEmpty()) {
        return this;
      }
      var all = new LinkedHashMap<>(decided);
      rows.forEach(row -> all.put(row.step().key(), row.decided(this, row.status())));
      return withDecided(all);
    }

    private Open with(
        Instant lastMessageAt,
        @Nullable Instant finalSentAt,
        Stage stage,
        ReminderPolicy policy,
        @Nullable Promise promise,
        @Nullable Instant payingSince,
        List<Hold> holds,
        Map<String, Decided> decided) {
      return new Open(
          id,
          number,
          dueOn,
          sentAt,
          imported,
          lastMessageAt,
          finalSentAt,
          cycle,
          stage,
          policy,
          promise,
          payingSince,
          holds,
          decided);
    }
  }

  /**
   * What a step has come to.
   *
   * @param sendAt its slot
   * @param heldBy what holds or last held it
   * @param askedAt since when a person is asked about it, null when nobody is
   */
  public record Decided(
      ReminderStatus status,
      Instant sendAt,
      Tone tone,
      Channel channel,
      Hold.@Nullable Cause heldBy,
      @Nullable Instant askedAt,
      @Nullable SkipReason skipReason,
      List<Reason> reasons,
      Choice choice) {

    public Decided withChoice(Choice changed) {
      return new Decided(
          status, sendAt, tone, channel, heldBy, askedAt, skipReason, reasons, changed);
    }

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
