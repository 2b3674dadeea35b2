package com.duespark.domain.reminders;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is not right about invoices, and the word that came with a promise (REM-31, REM-32). Written
 * by the cadence alone.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Disputes {

  private final JdbcClient jdbc;

  Disputes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public DisputeState stateOf(UUID invoiceId) {
    return jdbc.sql(
            """
            select dispute_state from invoice_dunning
            where tenant_id = current_tenant() and invoice_id = :invoice
            """)
        .param("invoice", invoiceId)
        .query((row, n) -> DisputeState.valueOf(row.getString(1)))
        .optional()
        .orElse(DisputeState.NONE);
  }

  /**
   * Something is not right; reminders wait.
   *
   * @param by actor, as in commands
   */
  public void open(UUID invoiceId, String reason, Instant now, String by) {
    jdbc.sql(
            """
            insert into invoice_dunning
              (tenant_id, invoice_id, dispute_state, dispute_reason, disputed_at, disputed_by)
            values (current_tenant(), :invoice, 'OPEN', :reason, :now, :by)
            on conflict (tenant_id, invoice_id) do update
              set dispute_state = 'OPEN', dispute_reason = excluded.dispute_reason,
                disputed_at = excluded.disputed_at, disputed_by = excluded.disputed_by,
                dispute_resolved_at = null, version = invoice_dunning.version + 1
            """)
        .param("invoice", invoiceId)
        .param("reason", reason)
        .param("now", Timestamp.from(now))
        .param("by", by)
        .update();
  }

  /** It is settled; what it was about stays to be read. */
  public void resolve(UUID invoiceId, Instant now) {
    jdbc.sql(
            """
            update invoice_dunning
            set dispute_state = 'RESOLVED', dispute_resolved_at = :now, version = version + 1
            where tenant_id = current_tenant() and invoice_id = :invoice
              and dispute_state = 'OPEN'
            """)
        .param("invoice", invoiceId)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** The word that came with the promise that stands. */
  public void note(UUID invoiceId, @Nullable String note) {
    jdbc.sql(
            """
            update invoice_dunning set promise_note = :note
            where tenant_id = current_tenant() and invoice_id = :invoice
            """)
        .param("invoice", invoiceId)
        .param("note", note)
        .update();
  }
}
