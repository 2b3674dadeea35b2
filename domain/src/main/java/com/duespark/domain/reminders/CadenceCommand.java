package com.duespark.domain.reminders;

import com.duespark.domain.commands.CommandBody;
import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.deliveries.Resolution;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be asked of a customer's cadence. Stored as JSON; add fields, never rename.
 */
public sealed interface CadenceCommand extends CommandBody {

  /**
   * No reminders for a while (REM-33).
   *
   * @param invoiceId one invoice; null = the whole customer
   * @param until null = until somebody resumes
   */
  record Pause(@Nullable UUID invoiceId, @Nullable Instant until) implements CadenceCommand {}

  /** Reminders go on; what was missed is caught up with. */
  record Resume(@Nullable UUID invoiceId) implements CadenceCommand {}

  /**
   * What became of a reminder whose outcome could not be found (EP-114).
   *
   * @param messageId the provider's name for it when the provider says so; null = a person says so
   */
  record ResolveReminder(UUID deliveryId, Resolution resolution, @Nullable String messageId)
      implements CadenceCommand {

    public ResolveReminder(UUID deliveryId, Resolution resolution) {
      this(deliveryId, resolution, null);
    }
  }

  /**
   * Remind of one invoice now, by hand (EP-088).
   *
   * @param channel null = the one that reaches the customer
   * @param tone null = the one that suits the delay
   * @param message the sender's own words; null = the usual ones
   * @param advanceStage whether the stage moves on and that automatic step is dropped (REM-51)
   * @param acknowledged what the person was warned of and wants nevertheless
   */
  record RemindNow(
      UUID invoiceId,
      @Nullable Channel channel,
      @Nullable Tone tone,
      @Nullable String message,
      boolean advanceStage,
      Set<Warning> acknowledged)
      implements CadenceCommand {}

  /** Send a planned reminder at once (EP-108). */
  record SendNow(UUID reminderId, Set<Warning> acknowledged) implements CadenceCommand {}

  /** Leave a planned reminder out, or take that back while its slot is ahead (REM-29). */
  record Skip(UUID reminderId, boolean skipped, @Nullable Integer ifVersion)
      implements CadenceCommand {}

  /** A missed reminder goes, or does not: the answer to ASK (EP-114a). */
  record Decide(UUID reminderId, Choice.Answer answer) implements CadenceCommand {}

  /**
   * Change a planned reminder (EP-106). Each part is left alone unless it is named.
   *
   * @param day the day it should go, in the customer's time; null = the plan's own
   * @param tone null = the policy's
   */
  record Change(
      UUID reminderId,
      boolean moves,
      @Nullable LocalDate day,
      boolean speaks,
      @Nullable Tone tone,
      @Nullable Integer ifVersion)
      implements CadenceCommand {}

  /**
   * The customer says until when they pay (EP-090, EP-201a).
   *
   * @param on the last day, in the customer's time; null takes the promise back
   * @param note a word to the business
   */
  record Promise(UUID invoiceId, @Nullable LocalDate on, @Nullable String note)
      implements CadenceCommand {}

  /** Something about the invoice is not right; nobody is reminded of it until it is settled. */
  record Dispute(UUID invoiceId, String reason) implements CadenceCommand {}

  record ResolveDispute(UUID invoiceId) implements CadenceCommand {}

  /**
   * How one invoice is chased.
   *
   * @param policyId null = the customer's
   */
  record UsePolicy(UUID invoiceId, @Nullable UUID policyId, boolean enabled)
      implements CadenceCommand {}

  /**
   * Write to the customer on this channel no more, or again (BEY-09).
   *
   * @param note why it may be written to although a message came back or they asked for no more
   *     (DLV-08)
   */
  record Mute(Channel channel, boolean muted, @Nullable String note) implements CadenceCommand {}
}
