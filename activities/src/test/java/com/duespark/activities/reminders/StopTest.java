package com.duespark.activities.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.reminders.ReminderStatus;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The operator's switch: one row, and no reminder of any business leaves. */
@OfficeTest
class StopTest {

  @Autowired Office office;

  @Test
  void whileItIsSetNothingLeavesAndAfterwardsWhatWasMissedIsCaughtUpWith() {
    var desk = office.open();
    var other = office.open();
    var invoice = desk.sent("2037-03-02");
    other.sent("2037-03-02");
    desk.until("2037-03-05T09:00");
    other.until("2037-03-05T09:00");

    desk.sql("insert into reminder_stop (reason) values ('The mail provider is in trouble')");
    try {
      var asked = desk.ask(ExplainTest.byHand(invoice, false));
      assertThat(Objects.requireNonNull(asked.result()).details().getFirst().code())
          .isEqualTo("STOPPED");
      desk.until("2037-03-05T10:00");
      other.until("2037-03-05T10:00");
      assertThat(desk.mails()).isEmpty();
      assertThat(other.mails()).isEmpty();
      assertThat(desk.step(invoice, "REMINDER_1").status()).isEqualTo(ReminderStatus.HELD);
      assertThat(desk.step(invoice, "REMINDER_2").status()).isEqualTo(ReminderStatus.SCHEDULED);
    } finally {
      desk.sql("delete from reminder_stop");
    }
    desk.until("2037-03-06T12:00");

    assertThat(desk.mails()).hasSize(1);
    assertThat(desk.step(invoice, "REMINDER_1").status()).isEqualTo(ReminderStatus.SENT);
  }
}
