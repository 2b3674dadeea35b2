package com.duespark.activities.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.reminders.CadenceCommand;
import com.duespark.domain.reminders.CadenceOutbox;
import com.duespark.domain.reminders.ReminderStatus;
import com.duespark.domain.shared.Tenant;
import com.duespark.domain.storage.TestDatabase;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the workflow is told of a change, and what only the plan. */
@OfficeTest
class ReplanningTest {

  private enum Message {
    /** The workflow need not know. */
    FINISHED,
    /** The dispatcher may have it. */
    FREE,
    KEPT
  }

  @Autowired Office office;
  @Autowired CadenceOutbox outbox;
  @Autowired CadenceSteps steps;
  @Autowired TransactionTemplate transaction;

  private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());
  private Office.Desk desk;

  @BeforeEach
  void open() {
    desk = office.open();
  }

  @Test
  void theFirstInvoiceStartsTheWorkflow() {
    desk.issued("2037-03-13");

    assertThat(follow()).isEqualTo(Message.FREE);
  }

  @Test
  void anInvoiceThatIsDueLaterOnlyChangesThePlan() {
    desk.sent("2037-03-13");
    var later = desk.issued("2037-03-20");

    assertThat(follow()).isEqualTo(Message.FINISHED);
    assertThat(desk.step(later, "REMINDER_1").status()).isEqualTo(ReminderStatus.SCHEDULED);
  }

  @Test
  void anInvoiceThatIsDueSoonerWakesIt() {
    desk.sent("2037-03-20");
    desk.issued("2037-03-13");

    assertThat(follow()).isEqualTo(Message.FREE);
  }

  @Test
  void aPaymentCallsOffItsRemindersAndLeavesTheWorkflowAlone() {
    var paid = desk.sent("2037-03-13");
    var open = desk.sent("2037-03-13");
    desk.pays(paid);

    assertThat(follow()).isEqualTo(Message.FINISHED);
    assertThat(desk.step(paid, "REMINDER_1").status()).isEqualTo(ReminderStatus.CANCELED);
    assertThat(desk.step(open, "REMINDER_1").status()).isEqualTo(ReminderStatus.SCHEDULED);
  }

  @Test
  void theLastPaymentEndsIt() {
    desk.pays(desk.sent("2037-03-13"));

    assertThat(follow()).isEqualTo(Message.FREE);
  }

  @Test
  void whereNoWorkflowRunsNothingLeftToDoStartsNone() {
    desk.pays(desk.issued("2037-03-13"));

    assertThat(follow()).isEqualTo(Message.FINISHED);
  }

  @Test
  void aWorkflowThatWaitsForAChangeOnlyIsWokenForATime() {
    var invoice = desk.sent("2037-03-13");
    desk.ask(new CadenceCommand.Pause(invoice, null));
    desk.issued("2037-03-20");

    assertThat(follow()).isEqualTo(Message.FREE);
  }

  /** A timer runs in real time, which a jump of the clock does not shorten. */
  @Test
  void afterAJumpTheWorkflowIsToldOfWhatItsTimerWouldMiss() {
    desk.sent("2037-03-13");
    desk.at("2037-03-12T08:00");
    desk.issued("2037-03-20");

    assertThat(follow()).isEqualTo(Message.FREE);
  }

  @Test
  void ofSeveralChangesOnePlanIsMade() {
    desk.sent("2037-03-13");
    desk.issued("2037-03-20");
    var first = keep();
    var second = keep();

    Tenant.run(desk.tenant, () -> steps.follow(desk.customer, first));
    var plannedAt = plannedAt();
    Tenant.run(desk.tenant, () -> steps.follow(desk.customer, second));

    assertThat(state(second)).isEqualTo(Message.FINISHED);
    assertThat(plannedAt()).isEqualTo(plannedAt);
  }

  @Test
  void whoDiesOnTheWayLeavesTheMessageToTheDispatcher() {
    desk.issued("2037-03-13");
    var message = keep();

    assertThat(state(message)).isEqualTo(Message.KEPT);
    desk.sql("update outbox_messages set claimed_until = now() where id = ?", message);
    assertThat(state(message)).isEqualTo(Message.FREE);
  }

  private Message follow() {
    var message = keep();
    Tenant.run(desk.tenant, () -> steps.follow(desk.customer, message));
    return state(message);
  }

  private UUID keep() {
    return Tenant.call(
        desk.tenant,
        () ->
            Objects.requireNonNull(
                transaction.execute(
                    running ->
                        outbox.keep(
                            desk.customer, CadenceOutbox.CHANGED, Duration.ofMinutes(10)))));
  }

  private Message state(UUID message) {
    return Message.valueOf(
        owner
            .sql(
                """
                select case when dispatched_at is not null then 'FINISHED'
                  when claimed_until > now() then 'KEPT' else 'FREE' end
                from outbox_messages where id = :id
                """)
            .param("id", message)
            .query(String.class)
            .single());
  }

  private String plannedAt() {
    return owner
        .sql("select xmin::text from cadences where tenant_id = :tenant and contact_id = :contact")
        .param("tenant", desk.tenant)
        .param("contact", desk.customer)
        .query(String.class)
        .single();
  }
}
