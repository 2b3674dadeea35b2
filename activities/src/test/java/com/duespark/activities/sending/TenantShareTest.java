package com.duespark.activities.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.activities.reminders.Office;
import com.duespark.activities.reminders.OfficeTest;
import com.duespark.domain.shared.Tenant;
import com.duespark.domain.storage.TestDatabase;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A business has its own day's mails, or the installation's standard (TNC-05, RAT-06). */
@OfficeTest
class TenantShareTest {

  @Autowired Office office;
  @Autowired TenantShare share;
  @Autowired TransactionTemplate transaction;

  private final JdbcClient rows = JdbcClient.create(TestDatabase.owner());
  private Office.Desk desk;

  @BeforeEach
  void open() {
    desk = office.open();
    rows.sql("update tenants set kind = 'LIVE', clock_offset = '0' where id = ?")
        .param(desk.tenant)
        .update();
  }

  private Optional<Duration> take() {
    return Tenant.call(
        desk.tenant, () -> Objects.requireNonNull(transaction.execute(running -> share.take())));
  }

  private void quota(int emails) {
    rows.sql(
            """
            insert into quotas (tenant_id, emails, reason, set_by) values (?, ?, 'Test', ?)
            on conflict (tenant_id) do update set emails = excluded.emails
            """)
        .params(desk.tenant, emails, desk.user)
        .update();
  }

  private double left() {
    return rows.sql("select tokens from send_buckets where tenant_id = ?")
        .param(desk.tenant)
        .query(Double.class)
        .single();
  }

  @Test
  void withoutItsOwnItHasTheStandard() {
    assertThat(take()).isEmpty();

    assertThat(left()).isEqualTo(999);
  }

  @Test
  void itsOwnIsUsedUpAndThenItWaits() {
    quota(2);

    assertThat(take()).isEmpty();
    assertThat(take()).isEmpty();
    assertThat(take()).contains(Duration.ofHours(1));
  }

  @Test
  void lessHoldsFromTheNextMailOn() {
    assertThat(take()).isEmpty();

    quota(1);

    assertThat(take()).isEmpty();
    assertThat(take()).isPresent();
  }

  @Test
  void moreFillsFasterFromTheNextMailOn() {
    quota(1);
    assertThat(take()).isEmpty();
    assertThat(take()).contains(Duration.ofHours(1));

    quota(1_440);

    assertThat(take())
        .hasValueSatisfying(wait -> assertThat(wait).isLessThanOrEqualTo(Duration.ofMinutes(1)));
  }

  @Test
  void aTestBusinessNeedsNone() {
    quota(1);
    rows.sql("update tenants set kind = 'TEST' where id = ?").param(desk.tenant).update();

    assertThat(take()).isEmpty();
    assertThat(take()).isEmpty();
  }
}
