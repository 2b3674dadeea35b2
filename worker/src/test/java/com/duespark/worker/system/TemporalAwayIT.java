package com.duespark.worker.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.worker.system.Http.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Temporal stands still: desk work goes on, commands are kept and done once later (WFS-06). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TemporalAwayIT {
  private final Rig rig = Rig.running();
  private final Business business = Business.foundedOn(rig);

  @Test
  void commandsAreAcceptedAndDoneOnceWhenTemporalIsBack() throws Exception {
    String toSend = business.draft();
    String toVoid = business.sent();
    ProcessHandle temporal = rig.child("temporal");
    Rig.signal("STOP", temporal);
    try {
      List<Reply> answers =
          AtOnce.times(2, i -> i == 0 ? business.send(toSend) : business.voidInvoice(toVoid));

      assertThat(answers).extracting(Reply::status).containsOnly(202);
      assertThat(business.status(business.draft())).isEqualTo("DRAFT");
      assertThat(business.status(toSend)).isEqualTo("DRAFT");
      assertThat(business.status(toVoid)).isEqualTo("SENT");
    } finally {
      Rig.signal("CONT", temporal);
    }

    business.awaitStatus(toSend, "SENT");
    business.awaitStatus(toVoid, "VOID");
    assertThat(business.mails(toSend)).hasSize(1);
    assertThat(business.mails(toVoid)).hasSize(1);
    assertThat(
            rig.database()
                .count(
                    "select count(*) from commands where entity_id = ?::uuid and status = 'DONE'",
                    toSend))
        .isEqualTo(1);
  }
}
