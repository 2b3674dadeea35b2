package com.duespark.api.reminders;

import com.duespark.api.reminders.ReminderView.Because;
import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.reminders.Hold;
import com.duespark.domain.reminders.Plan.Planned;
import com.duespark.domain.reminders.ReminderStatus;
import com.duespark.domain.reminders.Simulation;
import com.duespark.domain.reminders.SkipReason;
import com.duespark.domain.reminders.Stage;
import com.duespark.domain.reminders.Tone;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a policy would do. */
final class SimulationViews {

  private SimulationViews() {}

  /**
   * What would be sent about the invoices, and what would not.
   *
   * @param timezone in which the days are meant
   * @param handedOver when all messages are behind and a person takes over, soonest first
   */
  @Schema(name = "PolicySimulation")
  record SimulationView(
      Instant from,
      int days,
      String timezone,
      List<MessageView> messages,
      List<StepView> notSent,
      List<HandOverView> handedOver) {}

  /**
   * The invoice that something is about.
   *
   * @param place its place in the request, from 0; null for another of the same customer
   * @param id null for a sample
   */
  record About(@Nullable Integer place, @Nullable UUID id) {}

  /**
   * From here on nothing is sent about the invoice by itself.
   *
   * @param invoice its place in the request, from 0; null for another of the same customer
   * @param invoiceId null for a sample
   */
  @Schema(name = "SimulatedHandOver")
  record HandOverView(@Nullable Integer invoice, @Nullable UUID invoiceId, Instant at) {

    static HandOverView of(Instant at, About about) {
      return new HandOverView(about.place(), about.id(), at);
    }
  }

  /** One message, with the steps that it carries. */
  @Schema(name = "SimulatedMessage")
  record MessageView(Instant at, Channel channel, Tone tone, List<StepView> steps) {

    static MessageView of(Simulation.Message message, Function<Planned, StepView> step) {
      return new MessageView(
          message.at(),
          message.channel(),
          message.rows().stream().map(Planned::tone).reduce(Tone.FRIENDLY, Tone::or),
          message.rows().stream().map(step).toList());
    }
  }

  /**
   * One step of one invoice.
   *
   * @param invoice its place in the request, from 0; null for another of the same customer, which
   *     shares the message
   * @param invoiceId null for a sample
   */
  @Schema(name = "SimulatedStep")
  record StepView(
      @Nullable Integer invoice,
      @Nullable UUID invoiceId,
      String stepKey,
      Stage stage,
      Tone tone,
      ReminderStatus status,
      Instant sendAt,
      Hold.@Nullable Cause heldBy,
      @Nullable SkipReason skipReason,
      List<Because> reasons) {

    static StepView of(Planned row, About about) {
      return new StepView(
          about.place(),
          about.id(),
          row.step().key(),
          row.step().stage(),
          row.tone(),
          row.status(),
          row.sendAt(),
          row.heldBy(),
          row.skipReason(),
          row.reasons().stream()
              .map(reason -> new Because(reason.code(), reason.words()))
              .toList());
    }
  }

  /**
   * What a change of a policy changes in the days to come.
   *
   * @param customers how many were looked at
   * @param unchanged reminders that go as before
   */
  @Schema(name = "PolicyWhatIf")
  record WhatIfView(
      Instant from,
      int days,
      int customers,
      int unchanged,
      List<ChangeView> added,
      List<ChangeView> moved,
      List<ChangeView> removed) {}

  /**
   * A reminder that goes at another moment, or only with or only without the change.
   *
   * @param before when it goes as things are; null when it does not
   * @param after when it would go; null when it would not
   * @param reasons of the moment after, or before when it would not go
   */
  @Schema(name = "PolicyChange")
  record ChangeView(
      UUID contactId,
      UUID invoiceId,
      String invoiceNumber,
      String stepKey,
      @Nullable Instant before,
      @Nullable Instant after,
      Tone tone,
      List<Because> reasons) {}
}
