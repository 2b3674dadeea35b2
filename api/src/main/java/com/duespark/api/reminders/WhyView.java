package com.duespark.api.reminders;

import com.duespark.api.reminders.ReminderView.Because;
import com.duespark.domain.reminders.Evidence;
import com.duespark.domain.reminders.Explanation;
import com.duespark.domain.reminders.Reminder;
import com.duespark.domain.reminders.ReminderStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a reminder was, will be or was not sent (EP-111).
 *
 * @param decision what became of it so far
 * @param rule the one that decided: the last that had a say
 * @param sentence decision, rule and evidence in plain words
 * @param evidence the rules that had a say, in their order
 * @param decidedAt when it was last decided what becomes of it, in business time
 * @param plannedFor its slot; of a held or skipped step the one it would have had
 * @param facts what the decision was made from, as it was then; null for one that was decided
 *     before such facts were kept
 */
@Schema(name = "ReminderWhy")
record WhyView(
    UUID reminderId,
    UUID invoiceId,
    String stepKey,
    int cycle,
    Reminder.Origin origin,
    ReminderStatus decision,
    @Nullable Because rule,
    String sentence,
    List<Because> evidence,
    @Nullable Instant decidedAt,
    Instant plannedFor,
    @Nullable Instant sentAt,
    @Nullable UUID deliveryId,
    @Nullable Evidence facts) {

  static WhyView of(Reminder reminder) {
    var rule = Explanation.rule(reminder);
    return new WhyView(
        reminder.id(),
        reminder.invoiceId(),
        reminder.stepKey(),
        reminder.cycle(),
        reminder.origin(),
        reminder.status(),
        rule == null ? null : new Because(rule.code(), rule.words()),
        Explanation.of(reminder),
        ReminderView.because(reminder),
        reminder.decidedAt(),
        reminder.sendAt(),
        reminder.sentAt(),
        reminder.deliveryId(),
        reminder.evidence());
  }
}
