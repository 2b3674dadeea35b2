package com.duespark.domain.reminders;

import com.duespark.domain.tenants.Tenants;
import java.sql.Timestamp;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What stands still as a whole (REM-33): a customer, which only the cadence changes, and the
 * business, which is desk work.
 */
@Repository
public class Pauses {

  private final JdbcClient jdbc;
  private final Tenants tenants;

  Pauses(JdbcClient jdbc, Tenants tenants) {
    this.jdbc = jdbc;
    this.tenants = tenants;
  }

  @Transactional(readOnly = true)
  public Pause ofContact(UUID contactId) {
    var now = tenants.businessNow();
    return jdbc.sql(
            """
            select paused, paused_until from cadences
            where tenant_id = current_tenant() and contact_id = :contact
            """)
        .param("contact", contactId)
        .query(
            (row, n) ->
                Pause.of(row.getBoolean("paused"), Columns.nullable(row, "paused_until"), now))
        .optional()
        .orElse(Pause.NONE);
  }

  @Transactional(readOnly = true)
  public Pause ofBusiness() {
    var now = tenants.businessNow();
    return jdbc.sql(
            "select reminders_paused, reminders_paused_until from tenants"
                + " where id = current_tenant()")
        .query(
            (row, n) ->
                Pause.of(
                    row.getBoolean("reminders_paused"),
                    Columns.nullable(row, "reminders_paused_until"),
                    now))
        .single();
  }

  /** Pauses the whole business, or lets it go on; its cadences are told by the caller. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void pauseBusiness(Pause wanted) {
    jdbc.sql(
            """
            update tenants set reminders_paused = :paused, reminders_paused_until = :until
            where id = current_tenant()
            """)
        .param("paused", wanted.on())
        .param("until", wanted.until() == null ? null : Timestamp.from(wanted.until()))
        .update();
  }
}
