package com.duespark.api.reminders;

import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.reminders.CadenceCommand.RemindNow;
import com.duespark.domain.reminders.CadenceCommand.SendNow;
import com.duespark.domain.reminders.Choice;
import com.duespark.domain.reminders.Tone;
import com.duespark.domain.reminders.Warning;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What callers write when they ask something of single reminders. */
final class RemindBodies {

  private RemindBodies() {}

  /**
   * Remind of an invoice now (EP-088).
   *
   * @param channel the one that reaches the customer when absent
   * @param tone the one that suits the delay when absent
   * @param message the sender's own words; the usual ones when absent
   * @param advanceStage move the stage on and drop that automatic step
   * @param acknowledge warnings that the caller has seen: codes of a CONFIRMATION_REQUIRED answer
   */
  @Schema(name = "RemindNow")
  record RemindBody(
      @Nullable Channel channel,
      @Nullable Tone tone,
      @Nullable @Size(max = 2_000) String message,
      @Nullable Boolean advanceStage,
      @Nullable @Size(max = 10) List<Warning> acknowledge) {

    static final RemindBody DEFAULT = new RemindBody(null, null, null, null, null);

    RemindNow read(UUID invoiceId) {
      return new RemindNow(
          invoiceId,
          channel,
          tone,
          message == null || message.isBlank() ? null : message.strip(),
          Boolean.TRUE.equals(advanceStage),
          acknowledged(acknowledge));
    }
  }

  /** Send a planned reminder at once (EP-108). */
  @Schema(name = "SendReminderNow")
  record SendNowBody(
      @NotNull UUID reminderId, @Nullable @Size(max = 10) List<Warning> acknowledge) {

    SendNow read() {
      return new SendNow(reminderId, acknowledged(acknowledge));
    }
  }

  /**
   * What a person may change of a planned reminder (EP-106).
   *
   * @param day the day it should go, in the customer's time; null = the plan's own
   * @param tone null = the policy's
   */
  record ReminderBody(@Nullable LocalDate day, @Nullable Tone tone) {

    static final ReminderBody NONE = new ReminderBody(null, null);
  }

  /** Whether a missed reminder goes (EP-114a). */
  @Schema(name = "DecideReminder")
  record DecideBody(Choice.@NotNull Answer answer) {}

  private static Set<Warning> acknowledged(@Nullable List<Warning> codes) {
    return codes == null || codes.isEmpty() ? Set.of() : EnumSet.copyOf(codes);
  }
}
