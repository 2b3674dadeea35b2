package com.duespark.worker.codec;

import com.duespark.domain.datakeys.DataKeys;
import com.duespark.domain.datakeys.KeyRing;
import com.duespark.domain.secrets.TestSecrets;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.storage.TestDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The keys of a test's database, as one process has them. */
public final class Keys {

  private static final HikariDataSource POOL = TestDatabase.pool();
  private static final JdbcClient OWNER = JdbcClient.create(TestDatabase.owner());

  private Keys() {}

  /** With nothing in memory yet. */
  public static KeyRing ring() {
    return new KeyRing(
        new DataKeys(
            JdbcClient.create(POOL), new JdbcTransactionManager(POOL), TestSecrets.sealed()));
  }

  public static TenantCodec codec(boolean encrypts) {
    var ring = ring();
    return new TenantCodec(() -> ring, encrypts);
  }

  /** As an operator does when nothing of a business is to be read any more. */
  public static void erase(UUID tenant) {
    OWNER
        .sql("update data_keys set sealed = null, erased_at = now() where tenant_id = ?")
        .param(tenant)
        .update();
  }

  /** The text of the function that knows whose a workflow is. */
  static String lookUp() {
    return OWNER
        .sql("select pg_get_functiondef('workflow_tenant'::regproc)")
        .query(String.class)
        .single();
  }

  public static UUID business() {
    var id = Ids.next();
    OWNER
        .sql(
            """
            insert into tenants (id, name, timezone, currency, country)
            values (?, 'Test', 'Africa/Nairobi', 'KES', 'KE')
            """)
        .param(id)
        .update();
    return id;
  }

  public static UUID invoice(UUID tenant) {
    var id = Ids.next();
    OWNER
        .sql(
            """
            with customer as (
              insert into contacts (id, tenant_id, code, display_name)
              values (:id, :tenant, :id, 'Savanna Bloom') returning id, tenant_id)
            insert into invoices (id, tenant_id, contact_id, issue_date, due_date, currency,
              line_items, subtotal_minor, discount_total_minor, tax_total_minor, total_minor,
              tax_breakdown)
            select id, tenant_id, id, '2026-03-01', '2026-03-31', 'KES', '[]', 0, 0, 0, 0, '[]'
            from customer
            """)
        .param("id", id)
        .param("tenant", tenant)
        .update();
    return id;
  }
}
