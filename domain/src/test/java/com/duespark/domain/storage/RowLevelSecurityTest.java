package com.duespark.domain.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RowLevelSecurityTest {

  @Test
  void withoutATenantThereAreNoRowsAndNoError() throws SQLException {
    var tenant = business();

    try (var connection = TestDatabase.app().getConnection()) {
      assertThat(count(connection, "tenants")).isZero();
      assertThat(count(connection, "number_sequences")).isZero();
      bind(connection, tenant);
      assertThat(count(connection, "tenants")).isEqualTo(1);
      connection.createStatement().execute("select set_config('app.tenant_id', '', false)");
      assertThat(count(connection, "tenants")).isZero();
    }
  }

  @Test
  void aForeignRowCannotBeInserted() throws SQLException {
    var mine = business();
    var other = business();

    try (var connection = TestDatabase.app().getConnection()) {
      bind(connection, mine);
      assertThatThrownBy(() -> sequence(connection, other))
          .hasMessageContaining("row-level security")
          .matches(TenantWall::stopped);
    }
  }

  @Test
  void platformTablesAreClosedToTheApp() throws SQLException {
    try (var connection = TestDatabase.app().getConnection()) {
      assertThatThrownBy(() -> count(connection, "outbox_messages"))
          .hasMessageContaining("permission denied")
          .matches(TenantWall::stopped);
      assertThatThrownBy(() -> count(connection, "clerk_marks"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> count(connection, "no_such_table"))
          .matches(failure -> !TenantWall.stopped(failure));
    }
  }

  @Test
  void beforeATenantIsKnownOnlyItsIdIsFound() throws SQLException {
    var tenant = business();
    try (var connection = TestDatabase.owner().getConnection();
        var link =
            connection.prepareStatement("update tenants set clerk_org_id = ? where id = ?")) {
      link.setString(1, "org_" + tenant);
      link.setObject(2, tenant);
      link.execute();
    }

    try (var connection = TestDatabase.app().getConnection();
        var find = connection.prepareStatement("select * from clerk_tenant(?)")) {
      find.setString(1, "org_" + tenant);
      try (var found = find.executeQuery()) {
        assertThat(found.getMetaData().getColumnCount()).isEqualTo(1);
        assertThat(found.next()).isTrue();
        assertThat(found.getObject(1, UUID.class)).isEqualTo(tenant);
      }
      assertThat(count(connection, "tenants")).isZero();
    }
  }

  @Test
  void aWordThatIsNotNewerIsNoNewsAndWhatIsGoneStaysGone() throws SQLException {
    var object = "user_" + UUID.randomUUID();

    assertThat(news(object, "2026-01-02", false)).isTrue();
    assertThat(news(object, "2026-01-02", false)).isFalse();
    assertThat(news(object, "2026-01-01", false)).isFalse();
    assertThat(news(object, "2026-01-03", false)).isTrue();
    assertThat(news(object, "2026-01-01", true)).isTrue();
    assertThat(news(object, "2026-01-04", false)).isFalse();
    assertThat(news(object, "2026-01-04", true)).isFalse();
  }

  private static boolean news(String object, String day, boolean gone) throws SQLException {
    try (var connection = TestDatabase.app().getConnection();
        var tell = connection.prepareStatement("select clerk_news(?, ?::timestamptz, ?)")) {
      tell.setString(1, object);
      tell.setString(2, day);
      tell.setBoolean(3, gone);
      try (var told = tell.executeQuery()) {
        told.next();
        return told.getBoolean(1);
      }
    }
  }

  @Test
  void theAuditLogCannotBeChangedEvenByTheOwner() throws SQLException {
    var tenant = business();

    try (var connection = TestDatabase.owner().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          insert into audit_log (id, tenant_id, actor, action, entity_type)
          values (gen_random_uuid(), '%s', 'system', 'test.done', 'test')
          """
              .formatted(tenant));
      assertThatThrownBy(
              () ->
                  statement.execute(
                      "delete from audit_log where tenant_id = '%s'".formatted(tenant)))
          .hasMessageContaining("cannot be changed");
    }
  }

  private static UUID business() throws SQLException {
    var id = UUID.randomUUID();
    try (var connection = TestDatabase.app().getConnection()) {
      bind(connection, id);
      try (var insert =
          connection.prepareStatement(
              """
              insert into tenants (id, name, timezone, currency, country)
              values (?, 'Test', 'Africa/Nairobi', 'KES', 'KE')
              """)) {
        insert.setObject(1, id);
        insert.execute();
      }
      sequence(connection, id);
    }
    return id;
  }

  private static void sequence(Connection connection, UUID tenant) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            insert into number_sequences (tenant_id, kind, prefix, padding, next_value)
            values (?, 'INVOICE', 'INV-', 4, 1)
            """)) {
      insert.setObject(1, tenant);
      insert.execute();
    }
  }

  private static void bind(Connection connection, UUID tenant) throws SQLException {
    try (var set = connection.prepareStatement("select set_config('app.tenant_id', ?, false)")) {
      set.setString(1, tenant.toString());
      set.execute();
    }
  }

  private static long count(Connection connection, String table) throws SQLException {
    try (var rows = connection.createStatement().executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
