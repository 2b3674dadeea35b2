package com.duespark.sandbox.rig;

import com.duespark.sandbox.rig.Evidence.Clock;
import com.duespark.sandbox.rig.Evidence.Entry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What only rows tell, read as superuser. */
final class Rows {
  private final Postgres database;

  Rows(Postgres database) {
    this.database = database;
  }

  /** Reads one row. */
  @FunctionalInterface
  private interface Reader {
    void read(ResultSet row) throws SQLException;
  }

  /** The send ledger, by delivery. */
  Map<String, Entry> ledger(Collection<String> tenants) throws SQLException {
    Map<String, Entry> entries = new HashMap<>();
    ask(
        """
        select d.id, d.recipient, d.status, coalesce(q.asked, 0) as asked,
          pg_xact_commit_timestamp(c.xmin) as claimed
        from deliveries d
        left join rig.claims c on c.delivery_id = d.id
        left join rig.questions q on q.delivery_id = d.id
        where d.tenant_id::text = any (?)
        """,
        tenants,
        row ->
            entries.put(
                row.getString("id"),
                new Entry(
                    row.getString("recipient"),
                    row.getString("status"),
                    row.getInt("asked"),
                    instant(row.getTimestamp("claimed")))));
    return entries;
  }

  /** When the payment of each paid invoice was committed. */
  Map<String, Instant> payments(Collection<String> tenants) throws SQLException {
    Map<String, Instant> payments = new HashMap<>();
    ask(
        """
        select p.invoice_id, pg_xact_commit_timestamp(p.xmin) as paid
        from rig.payments p join invoices i on i.id = p.invoice_id
        where i.tenant_id::text = any (?)
        """,
        tenants,
        row -> payments.put(row.getString("invoice_id"), row.getTimestamp("paid").toInstant()));
    return payments;
  }

  /** How each business's clock went. */
  Map<String, Clock> clocks(Collection<String> tenants) throws SQLException {
    Map<String, TreeMap<Instant, Duration>> jumps = new HashMap<>();
    ask(
        """
        select tenant_id, at, extract(epoch from ahead) * 1000000 as ahead from rig.clock
        where tenant_id::text = any (?) order by at
        """,
        tenants,
        row ->
            jumps
                .computeIfAbsent(row.getString("tenant_id"), tenant -> new TreeMap<>())
                .put(
                    row.getTimestamp("at").toInstant(),
                    Duration.ofNanos(1_000 * row.getLong("ahead"))));
    Map<String, Clock> clocks = new HashMap<>();
    jumps.forEach((tenant, offsets) -> clocks.put(tenant, new Clock(offsets)));
    return clocks;
  }

  /** What the program still has to do for these businesses; zero when it has come to rest. */
  int unfinished(Collection<String> tenants) throws SQLException {
    int[] count = new int[1];
    ask(
        """
        with ours as (select id, clock_target from tenants where id::text = any (?))
        select (select count(*) from ours where clock_target is not null)
          + (select count(*) from deliveries d join ours o on o.id = d.tenant_id
             where d.status in ('NEW', 'ATTEMPTING'))
          + (select count(*) from reminders r join ours o on o.id = r.tenant_id
             where r.status = 'SENDING')
          + (select count(*) from commands c join ours o on o.id = c.tenant_id
             where c.status = 'OPEN')
          + (select count(*) from cadences c join ours o on o.id = c.tenant_id
             where c.changes > c.planned_changes)
          + (select count(*) from webhook_events where status = 'RECEIVED')
          + (select count(*) from outbox_messages where dispatched_at is null) as unfinished
        """,
        tenants,
        row -> count[0] = row.getInt("unfinished"));
    return count[0];
  }

  private void ask(String sql, Collection<String> tenants, Reader reader) throws SQLException {
    try (Connection connection = database.connect("duespark");
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("text", tenants.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    }
  }

  private static @Nullable Instant instant(@Nullable Timestamp moment) {
    return moment == null ? null : moment.toInstant();
  }
}
