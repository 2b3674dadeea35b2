package com.duespark.domain.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.shared.Ids;
import com.duespark.domain.storage.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class SendQuotaTest {

  private static final int PER_DAY = 4;

  private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());
  private final Connection connection;
  private final JdbcClient app;
  private final SendQuota quota;
  private final UUID tenant = Ids.next();

  SendQuotaTest() throws SQLException {
    connection = TestDatabase.app().getConnection();
    app = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    quota = new SendQuota(app);
  }

  @BeforeEach
  void found() {
    founded(tenant);
    bind(tenant);
  }

  private void founded(UUID id) {
    owner
        .sql(
            """
            insert into tenants (id, name, timezone, currency, country)
            values (?, 'Test', 'Africa/Nairobi', 'KES', 'KE')
            """)
        .param(id)
        .update();
  }

  private void bind(UUID id) {
    app.sql("select set_config('app.tenant_id', ?, false)")
        .param(id.toString())
        .query(String.class)
        .single();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private void takeAll() {
    for (int i = 0; i < PER_DAY; i++) {
      assertThat(quota.take(Channel.EMAIL, PER_DAY)).isEmpty();
    }
  }

  private void later(String time) {
    owner
        .sql("update send_buckets set filled_at = now() - ?::interval where tenant_id = ?")
        .params(time, tenant)
        .update();
  }

  @Test
  void aFullBucketHoldsADayAndThenOneWaits() {
    takeAll();

    assertThat(quota.take(Channel.EMAIL, PER_DAY)).contains(Duration.ofHours(1));
  }

  @Test
  void itFillsEvenlyAndWaitingCostsNothing() {
    takeAll();

    later("5 hours 59 minutes");
    for (int i = 0; i < 3; i++) {
      assertThat(quota.take(Channel.EMAIL, PER_DAY))
          .hasValueSatisfying(wait -> assertThat(wait).isBetween(seconds(50), seconds(60)));
    }
    later("6 hours");

    assertThat(quota.take(Channel.EMAIL, PER_DAY)).isEmpty();
    assertThat(quota.take(Channel.EMAIL, PER_DAY)).isPresent();
  }

  private static Duration seconds(int count) {
    return Duration.ofSeconds(count);
  }

  @Test
  void itNeverHoldsMoreThanADay() {
    takeAll();

    later("30 days");

    takeAll();
    assertThat(quota.take(Channel.EMAIL, PER_DAY)).isPresent();
  }

  @Test
  void eachChannelAndEachBusinessHasItsOwn() {
    var other = Ids.next();
    founded(other);
    takeAll();

    assertThat(quota.take(Channel.SMS, PER_DAY)).isEmpty();
    bind(other);
    assertThat(quota.take(Channel.EMAIL, PER_DAY)).isEmpty();
  }
}
