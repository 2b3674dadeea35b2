package com.duespark.api.reminders;

import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.reminders.Plan.Planned;
import com.duespark.domain.reminders.Reason;
import com.duespark.domain.reminders.Reminder;
import com.duespark.domain.reminders.Tone;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * A reminder to come (REM-26).
 *
 * @param reasons in plain words, in their order
 */
@Schema(name = "NextSendTime")
record NextSendView(
    String stepKey, Instant sendAt, Channel channel, Tone tone, List<String> reasons) {

  static NextSendView of(Reminder reminder) {
    return new NextSendView(
        reminder.stepKey(),
        reminder.sendAt(),
        reminder.channel(),
        reminder.tone(),
        words(reminder.reasons()));
  }

  static NextSendView of(Planned planned) {
    return new NextSendView(
        planned.step().key(),
        planned.sendAt(),
        planned.channel(),
        planned.tone(),
        words(planned.reasons()));
  }

  private static List<String> words(List<Reason> reasons) {
    return reasons.stream().map(Reason::words).toList();
  }
}
