package com.duespark.activities.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.commands.Command;
import com.duespark.domain.contacts.Contacts;
import com.duespark.domain.contacts.Suppression;
import com.duespark.domain.contacts.Suppression.Reason;
import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.reminders.CadenceCommand;
import com.duespark.domain.reminders.ReminderStatus;
import com.duespark.domain.shared.Tenant;
import com.duespark.domain.storage.TestDatabase;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who stops a channel, and who allows it again (DLV-08). */
@OfficeTest
class MuteTest {

  @Autowired Office office;
  @Autowired Contacts contacts;
  @Autowired TransactionTemplate transaction;

  private Office.Desk desk;

  @BeforeEach
  void open() {
    desk = office.open();
  }

  @Test
  void whatAPersonStoppedAPersonAllowsAgain() {
    var invoice = desk.sent("2037-03-13");

    mute();
    assertThat(suppressions()).containsExactly(new Suppression(Channel.EMAIL, Reason.MUTED));
    assertThat(status(invoice)).isEqualTo(ReminderStatus.HELD);

    assertThat(allow(null).isOpen()).isFalse();
    assertThat(suppressions()).isEmpty();
    assertThat(status(invoice)).isEqualTo(ReminderStatus.SCHEDULED);
  }

  @ParameterizedTest
  @EnumSource(
      value = Reason.class,
      names = {"HARD_BOUNCE", "SOFT_BOUNCES", "COMPLAINT", "UNSUBSCRIBED"})
  void whatCameFromOutsideIsLiftedWithANoteOnly(Reason reason) {
    var invoice = desk.sent("2037-03-13");
    reported(reason, desk.address);
    desk.plan();
    assertThat(status(invoice)).isEqualTo(ReminderStatus.HELD);

    var refused = Objects.requireNonNull(allow(null).result()).details().getFirst();
    assertThat(refused.field()).isEqualTo("note");
    assertThat(suppressions()).containsExactly(new Suppression(Channel.EMAIL, reason));

    allow("They called: the mailbox was full and is empty now");
    assertThat(suppressions()).isEmpty();
    assertThat(status(invoice)).isEqualTo(ReminderStatus.SCHEDULED);
    assertThat(audited()).contains("the mailbox was full");
  }

  @Test
  void whoMutesAfterABounceHidesNoBounce() {
    reported(Reason.HARD_BOUNCE, desk.address);

    mute();

    assertThat(suppressions()).containsExactly(new Suppression(Channel.EMAIL, Reason.HARD_BOUNCE));
  }

  @Test
  void aBounceOfAnOldAddressStopsNothing() {
    reported(Reason.HARD_BOUNCE, "old@debtor.example");

    assertThat(suppressions()).isEmpty();
    assertThat(Objects.requireNonNull(allow(null).result()).details()).isEmpty();
  }

  private void mute() {
    desk.ask(new CadenceCommand.Mute(Channel.EMAIL, true, null));
  }

  private Command allow(@Nullable String note) {
    return desk.ask(new CadenceCommand.Mute(Channel.EMAIL, false, note));
  }

  private void reported(Reason reason, String address) {
    Tenant.run(
        desk.tenant,
        () ->
            transaction.executeWithoutResult(
                running ->
                    contacts.suppressEmail(
                        desk.customer, address, reason.name(), "provider:postmark")));
  }

  private List<Suppression> suppressions() {
    return Tenant.call(
        desk.tenant,
        () ->
            Objects.requireNonNull(
                transaction.execute(running -> contacts.suppressions(desk.customer))));
  }

  private ReminderStatus status(UUID invoice) {
    return desk.step(invoice, "REMINDER_1").status();
  }

  private String audited() {
    return JdbcClient.create(TestDatabase.owner())
        .sql(
            """
            select string_agg(after::text, ' ') from audit_log
            where tenant_id = :tenant and action = 'reminders.mute'
            """)
        .param("tenant", desk.tenant)
        .query(String.class)
        .single();
  }
}
