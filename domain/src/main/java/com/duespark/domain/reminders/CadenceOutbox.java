package com.duespark.domain.reminders;

import com.duespark.domain.inbox.Inbox;
import com.duespark.domain.shared.Json;
import com.duespark.domain.shared.Tenant;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells customers' cadences, in the transaction of the change itself, that something they depend on
 * is different now.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CadenceOutbox {

  private final Inbox inbox;
  private final JdbcClient jdbc;

  CadenceOutbox(Inbox inbox, JdbcClient jdbc) {
    this.inbox = inbox;
    this.jdbc = jdbc;
  }

  /** An invoice of the customer is open. */
  public void track(UUID contactId) {
    tell(contactId, "track");
  }

  /** A payment, a due date, the contact itself. */
  public void changed(UUID contactId) {
    tell(contactId, "changed");
  }

  /** The business's hours, holidays, pause or policies: all its customers with open invoices. */
  public void changedAll() {
    jdbc.sql(
            """
            select distinct contact_id from invoices
            where tenant_id = current_tenant() and status in ('SENT', 'PARTIALLY_PAID')
              and deleted_at is null
            """)
        .query(UUID.class)
        .list()
        .forEach(this::changed);
  }

  private void tell(UUID contactId, String signal) {
    jdbc.sql(
            """
            insert into cadences (tenant_id, contact_id, changes)
            values (current_tenant(), :contact, 1)
            on conflict (tenant_id, contact_id) do update set changes = cadences.changes + 1
            """)
        .param("contact", contactId)
        .update();
    inbox.storeOutbox(
        "SIGNAL",
        "Cadence",
        "cadence/" + contactId,
        Json.write(Map.of("tenant_id", Tenant.id(), "contact_id", contactId, "signal", signal)));
  }
}
