package com.duespark.domain.reminders;

import com.duespark.domain.deliveries.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far chasing has got with an invoice (INV-07). No part of the invoice and of its version: the
 * cadence writes it.
 *
 * @param cycle counts up when an invoice is chased from the start again (REM-50)
 * @param pause of this invoice alone
 * @param disputeReason what is, or was, not right about it
 * @param promisedOn the last day that the customer named, passed or not
 * @param policyId its own; null = the customer's
 * @param next what is sent next, null when nothing is planned
 */
public record DunningState(
    Stage stage,
    int cycle,
    boolean remindersEnabled,
    Pause pause,
    DisputeState dispute,
    @Nullable String disputeReason,
    @Nullable Instant disputedAt,
    @Nullable LocalDate promisedOn,
    @Nullable String promiseNote,
    @Nullable UUID policyId,
    @Nullable Next next) {

  /** An invoice that no cadence has looked at yet. */
  public static final DunningState UNTOUCHED =
      new DunningState(
          Stage.NONE, 1, true, Pause.NONE, DisputeState.NONE, null, null, null, null, null, null);

  /** The reminder that is sent next. */
  public record Next(UUID id, String stepKey, Instant sendAt, Channel channel, Tone tone) {}
}
