package com.duespark.activities.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.activities.reminders.Office.Desk;
import com.duespark.domain.commands.Command;
import com.duespark.domain.reminders.CadenceCommand.Dispute;
import com.duespark.domain.reminders.CadenceCommand.Promise;
import com.duespark.domain.reminders.CadenceCommand.ResolveDispute;
import com.duespark.domain.reminders.DisputeState;
import com.duespark.domain.reminders.ReminderStatus;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.storage.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a customer says about an invoice, through their page or to somebody of the business. */
@OfficeTest
class PayersWordTest {

  private static final String PAYER = "portal";

  private final Desk desk;
  private final UUID invoice;

  @Autowired
  PayersWordTest(Office office) {
    desk = office.open();
    invoice = desk.sent("2037-03-02");
    desk.at("2037-03-03T10:00");
  }

  private Command promise(@Nullable String day, String by) {
    var on = day == null ? null : LocalDate.parse(day);
    return desk.ask(new Promise(invoice, on, "Our buyer settles then"), by);
  }

  private static List<String> details(Command command) {
    return Objects.requireNonNull(command.result()).details().stream()
        .map(Refused.Detail::code)
        .toList();
  }

  private long told(String kind) {
    return JdbcClient.create(TestDatabase.owner())
        .sql("select count(*) from notifications where tenant_id = ? and kind = ?")
        .params(desk.tenant, kind)
        .query(Long.class)
        .single();
  }

  @Test
  void aPromiseHoldsRemindersAtOnceAndTellsTheBusiness() {
    assertThat(promise("2037-03-09", PAYER).isRefused()).isFalse();

    assertThat(desk.step(invoice, "REMINDER_1").status()).isEqualTo(ReminderStatus.HELD);
    assertThat(desk.dunning(invoice).promisedOn()).isEqualTo("2037-03-09");
    assertThat(desk.dunning(invoice).promiseNote()).isEqualTo("Our buyer settles then");
    assertThat(told("invoice.promised")).isEqualTo(1);
    desk.until("2037-03-09T20:00");
    assertThat(desk.mails()).isEmpty();
  }

  @Test
  void whatTheBusinessEnteredItIsNotToldOf() {
    promise("2037-03-09", desk.user.toString());

    assertThat(told("invoice.promised")).isZero();
  }

  @Test
  void aBrokenPromiseIsRemindedOfOnTheNextBusinessDay() {
    promise("2037-03-05", PAYER);

    desk.until("2037-03-06T12:00");

    assertThat(desk.mails()).hasSize(1);
    assertThat(desk.step(invoice, "REMINDER_1").sentAt()).isAfter("2037-03-06T06:29:59Z");
  }

  @Test
  void aPromiseIsTakenBack() {
    promise("2037-03-09", PAYER);

    promise(null, desk.user.toString());

    assertThat(desk.dunning(invoice).promisedOn()).isNull();
    assertThat(desk.dunning(invoice).promiseNote()).isNull();
    assertThat(desk.step(invoice, "REMINDER_1").status()).isEqualTo(ReminderStatus.SCHEDULED);
  }

  @Test
  void aDayIsNamedFromTodayToThirtyDaysAheadAndToNinetyByTheBusiness() {
    assertThat(details(promise("2037-03-02", PAYER))).containsExactly("RANGE");
    assertThat(details(promise("2037-04-03", PAYER))).containsExactly("RANGE");
    assertThat(promise("2037-03-03", PAYER).isRefused()).isFalse();
    assertThat(promise("2037-04-02", PAYER).isRefused()).isFalse();
    assertThat(promise("2037-04-03", desk.user.toString()).isRefused()).isFalse();
    assertThat(details(promise("2037-06-02", desk.user.toString()))).containsExactly("RANGE");
  }

  @Test
  void aPayerNamesThreeDaysAndNoFourth() {
    promise("2037-03-05", PAYER);
    promise("2037-03-06", PAYER);
    promise("2037-03-09", PAYER);

    assertThat(details(promise("2037-03-10", PAYER))).containsExactly("TOO_MANY_PROMISES");
    assertThat(promise("2037-03-10", desk.user.toString()).isRefused()).isFalse();
    assertThat(desk.dunning(invoice).promisedOn()).isEqualTo("2037-03-10");
  }

  @Test
  void aDisputeHoldsUntilItIsSettled() {
    desk.ask(new Dispute(invoice, "The amount: too much"), PAYER);

    assertThat(desk.dunning(invoice).dispute()).isEqualTo(DisputeState.OPEN);
    assertThat(desk.dunning(invoice).disputeReason()).isEqualTo("The amount: too much");
    assertThat(desk.step(invoice, "REMINDER_1").status()).isEqualTo(ReminderStatus.HELD);
    assertThat(told("invoice.disputed")).isEqualTo(1);
    assertThat(details(desk.ask(new Dispute(invoice, "Again"), PAYER))).containsExactly("DISPUTED");
    assertThat(details(promise("2037-03-09", PAYER))).containsExactly("DISPUTED");

    desk.ask(new ResolveDispute(invoice));

    assertThat(desk.dunning(invoice).dispute()).isEqualTo(DisputeState.RESOLVED);
    assertThat(desk.step(invoice, "REMINDER_1").status()).isEqualTo(ReminderStatus.SCHEDULED);
    assertThat(details(desk.ask(new ResolveDispute(invoice)))).containsExactly("NOT_DISPUTED");
  }

  @Test
  void nothingIsSaidAboutAPaidInvoice() {
    desk.paid(invoice);

    assertThat(details(promise("2037-03-09", PAYER))).containsExactly("NOT_OPEN");
    assertThat(details(desk.ask(new Dispute(invoice, "Late"), PAYER))).containsExactly("NOT_OPEN");
  }

  @Test
  void everyWordIsAudited() {
    promise("2037-03-09", PAYER);
    desk.ask(new Dispute(invoice, "The amount"), PAYER);
    desk.ask(new ResolveDispute(invoice));

    assertThat(
            JdbcClient.create(TestDatabase.owner())
                .sql(
                    """
                    select action from audit_log where tenant_id = ? and action like 'reminders.%'
                    order by created_at, id
                    """)
                .param(desk.tenant)
                .query(String.class)
                .list())
        .containsExactly("reminders.promise", "reminders.dispute", "reminders.resolveDispute");
  }
}
