package com.duespark.domain.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.ops.Outstanding.Line;
import com.duespark.domain.secrets.TestSecrets;
import com.duespark.domain.storage.TestDatabase;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class OutstandingTest {

  private final Outstanding outstanding =
      new Outstanding(JdbcClient.create(TestDatabase.app()), TestSecrets.sealed());

  @Test
  void everyNumberIsThereBeforeAnythingHappened() {
    assertThat(outstanding.now())
        .extracting(Line::what)
        .containsExactlyInAnyOrder(
            "webhooks_waiting",
            "outbox_waiting",
            "commands_open",
            "deliveries_unfinished",
            "deliveries_unknown",
            "dead_letters_open",
            "permission_denials_worst_tenant",
            "retention_overdue",
            "sealed_otherwise", // data keys
            "sealed_otherwise", // connections
            "sealed_otherwise", // contacts
            "sealed_otherwise", // documents
            "sealed_otherwise", // settings
            "sealed_otherwise"); // webhooks
  }

  @Test
  void whatWaitsIsCountedOverAllBusinessesWithTheAgeOfTheOldest() throws SQLException {
    long open = line("commands_open", "").items();
    long unknown = line("deliveries_unknown", "").items();

    for (int i = 0; i < 2; i++) {
      var tenant = business();
      command(tenant);
      unknownDelivery(tenant);
    }

    assertThat(line("commands_open", "").items()).isEqualTo(open + 2);
    assertThat(line("deliveries_unknown", "").items()).isEqualTo(unknown + 2);
    assertThat(line("deliveries_unknown", "").oldestSeconds()).isBetween(3600.0, 3700.0);
  }

  @Test
  void deadLettersAreCountedByKindUntilSomebodyTakesThem() throws SQLException {
    run("insert into dead_letters (id, kind, reason) values (gen_random_uuid(), 'EXPORT', 'x')");
    assertThat(line("dead_letters_open", "export").items()).isEqualTo(1);

    run("update dead_letters set status = 'DISCARDED' where kind = 'EXPORT'");
    assertThat(outstanding.now()).extracting(Line::kind).doesNotContain("export");
  }

  @Test
  void refusalsAreCountedForTheBusinessWithMostOfThem() throws SQLException {
    denials(business(), 2, "1 minute");
    denials(business(), 31, "2 minutes");
    denials(business(), 50, "11 minutes");

    assertThat(line("permission_denials_worst_tenant", "").items()).isEqualTo(31);
  }

  @Test
  void aNightThatFailedOrDidNotComeIsSeenByItsAge() throws SQLException {
    run("delete from retention_runs");
    assertThat(overdue().items()).isZero();
    assertThat(overdue().oldestSeconds()).isBetween(0.0, 3600.0); // since the schema came

    nights(1, "'SESSIONS', 'OUTBOX'", "now() - interval '20 hours'");
    assertThat(overdue().items()).isZero();
    assertThat(overdue().oldestSeconds()).isBetween(72_000.0, 72_100.0);

    run("delete from retention_runs");
    nights(2, "'SESSIONS', 'OUTBOX', 'FORGOTTEN'", "now() - interval '44 hours'");
    run("update retention_runs set day = day - 30 where thing = 'FORGOTTEN'"); // a thing of old
    nights(1, "'OUTBOX'", "now() - interval '20 hours'");
    nights(1, "'SESSIONS'", "null"); // begun, and failed
    assertThat(overdue().items()).isEqualTo(1);
    assertThat(overdue().oldestSeconds()).isBetween(158_400.0, 158_500.0);

    run("delete from retention_runs");
    nights(3, "'SESSIONS'", "null"); // never done
    assertThat(overdue().items()).isEqualTo(1);
    assertThat(overdue().oldestSeconds()).isGreaterThan(250_000.0);
    run("delete from retention_runs");
  }

  private Line overdue() {
    return line("retention_overdue", "");
  }

  private static void nights(int ago, String things, String finished) throws SQLException {
    run(
        """
        insert into retention_runs (day, thing, begun_at, finished_at)
        select current_date - %d, thing, now() - interval '%d days', %s from unnest(array[%s]) thing
        """
            .formatted(ago, ago, finished, things));
  }

  private Line line(String what, String kind) {
    return outstanding.now().stream()
        .filter(line -> line.what().equals(what) && line.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private static UUID business() throws SQLException {
    var id = UUID.randomUUID();
    run(
        """
        insert into tenants (id, name, timezone, currency, country)
        values ('%s', 'Test', 'Africa/Nairobi', 'KES', 'KE')
        """
            .formatted(id));
    return id;
  }

  private static void command(UUID tenant) throws SQLException {
    run(
        """
        insert into commands (id, tenant_id, entity_type, entity_id, kind, actor)
        values (gen_random_uuid(), '%s', 'INVOICE', gen_random_uuid(), 'SEND', 'test')
        """
            .formatted(tenant));
  }

  private static void unknownDelivery(UUID tenant) throws SQLException {
    run(
        """
        insert into deliveries (id, tenant_id, type, channel, audience, recipient, dedupe_key, request, status, first_attempt_at)
        values (gen_random_uuid(), '%s', 'INVOICE_SENT', 'EMAIL', 'PAYER', 'x', 'k', '{}', 'UNKNOWN', now() - interval '1 hour')
        """
            .formatted(tenant));
  }

  private static void denials(UUID tenant, int times, String ago) throws SQLException {
    run(
        """
        insert into analytics_events (id, tenant_id, event_name, source, created_at)
        select gen_random_uuid(), '%s', 'security.permission_denied', 'manual', now() - interval '%s'
        from generate_series(1, %d)
        """
            .formatted(tenant, ago, times));
  }

  private static void run(String sql) throws SQLException {
    try (var connection = TestDatabase.owner().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
