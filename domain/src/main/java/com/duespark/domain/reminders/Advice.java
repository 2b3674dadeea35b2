package com.duespark.domain.reminders;

import com.duespark.domain.deliveries.Channel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How to speak and when to write (REM-10, REM-26): pure, so the same facts give the same advice.
 * The rules of today stand behind it; a learned model may take their place (REM-27).
 */
public interface Advice {

  /** The rules of the plan. */
  Advice RULES = new Rules();

  /** A message that is to be sent about an invoice, and why then and so. */
  record NextSend(
      String stepKey, Instant sendAt, Channel channel, Tone tone, List<Reason> reasons) {}

  /** The tone for an invoice of a policy that is so many days late; negative = not due yet. */
  Tone chooseTone(ReminderPolicy policy, int overdueDays);

  /** What will be sent about an invoice, the soonest first. */
  List<NextSend> nextSendTimes(Customer customer, UUID invoiceId, Instant now);

  /** The rules of the plan. */
  final class Rules implements Advice {

    private Rules() {}

    @Override
    public Tone chooseTone(ReminderPolicy policy, int overdueDays) {
      return Tone.choose(overdueDays, policy.toneNeutralAfterDays(), policy.toneFirmAfterDays());
    }

    @Override
    public List<NextSend> nextSendTimes(Customer customer, UUID invoiceId, Instant now) {
      return Planner.plan(customer, now).reminders().stream()
          .filter(row -> row.invoiceId().equals(invoiceId))
          .filter(row -> row.status() == ReminderStatus.SCHEDULED)
          .map(
              row ->
                  new NextSend(
                      row.step().key(), row.sendAt(), row.channel(), row.tone(), row.reasons()))
          .toList();
    }
  }
}
