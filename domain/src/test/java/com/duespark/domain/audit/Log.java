package com.duespark.domain.audit;

import com.duespark.domain.secrets.TestSecrets;
import com.duespark.domain.shared.Tenant;
import com.duespark.domain.storage.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The log of one business, as the program keeps it, and as somebody with the database sees it. */
final class Log {

  static final Trail NJERI =
      new Trail("00000000-0000-7000-8000-000000000001", "203.0.113.7", "req-1", null);

  final UUID tenant;
  final Audit audit;
  final Erasing erasing;
  private final Sealing sealing;
  private final TransactionTemplate transaction;
  private final DataSource source;
  private final JdbcClient app;

  Log() {
    this(UUID.randomUUID(), new AuditKeys(TestSecrets.all()));
  }

  Log(UUID tenant, AuditKeys keys) {
    this.tenant = tenant;
    source = TestDatabase.app();
    transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    app = JdbcClient.create(source);
    audit = new Audit(app);
    sealing = new Sealing(app, new JdbcTemplate(source), keys);
    erasing = new Erasing(app, new JdbcTemplate(source), audit);
  }

  /** Where {@link #within} has its transaction. */
  DataSource source() {
    return source;
  }

  JdbcClient app() {
    return app;
  }

  /** Work of the program in a transaction of this business. */
  <T> T within(Supplier<T> work) {
    return Tenant.call(
        tenant,
        () ->
            Objects.requireNonNull(
                transaction.execute(
                    running -> {
                      app.sql("select set_config('app.tenant_id', ?, true)")
                          .param(tenant.toString())
                          .query(String.class)
                          .single();
                      return work.get();
                    })));
  }

  /** A contact is changed. */
  UUID change(UUID contact, String from, String to) {
    return within(
        () -> {
          audit.record(
              NJERI,
              "contact.updated",
              "contact",
              contact,
              Map.of("displayName", from, "terms", 14, "rate", new java.math.BigDecimal("1.50")),
              Map.of("displayName", to, "terms", 30, "rate", new java.math.BigDecimal("1.5000")));
          return app.sql(
                  "select id from audit_log where tenant_id = current_tenant() order by id desc limit 1")
              .query(UUID.class)
              .single();
        });
  }

  List<UUID> changes(int count) {
    var ids = new ArrayList<UUID>();
    for (int i = 0; i < count; i++) {
      ids.add(change(UUID.randomUUID(), "Name " + i, "Other " + i));
    }
    return ids;
  }

  int seal() {
    return within(sealing::seal);
  }

  List<UUID> waiting() {
    return sealing.waiting(10_000);
  }

  List<Finding> verify() {
    return verify(new AuditKeys(TestSecrets.all()));
  }

  List<Finding> verify(AuditKeys keys) {
    var findings = new ArrayList<Finding>();
    result(keys, findings);
    return findings;
  }

  Verification.Result result(AuditKeys keys, List<Finding> findings) {
    try (var connection = TestDatabase.owner().getConnection()) {
      return Verification.of(connection, keys, tenant, null, findings::add);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A superuser with the guards switched off. */
  int tamper(String sql, Object... values) {
    try (var connection = TestDatabase.superuser().getConnection();
        var off = connection.createStatement()) {
      off.execute("set session_replication_role = replica");
      try (var change = connection.prepareStatement(sql)) {
        for (int i = 0; i < values.length; i++) {
          change.setObject(i + 1, values[i]);
        }
        return change.executeUpdate();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  String text(UUID entry, String column) {
    return JdbcClient.create(TestDatabase.owner())
        .sql("select coalesce(%s::text, '') from audit_log where id = ?".formatted(column))
        .param(entry)
        .query(String.class)
        .single();
  }
}
