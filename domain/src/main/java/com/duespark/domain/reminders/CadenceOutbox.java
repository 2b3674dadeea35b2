package com.duespark.domain.reminders;

import com.duespark.domain.inbox.Inbox;
import com.duespark.domain.shared.Json;
import com.duespark.domain.shared.Tenant;
import java.time.Duration;
import java.util.List;
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

  /** An invoice of the customer is open. */
  public static final String TRACK = "track";

  /** A payment, a due date, the contact itself. */
  public static final String CHANGED = "changed";

  private static final String OPEN =
      "tenant_id = current_tenant() and status in ('SENT', 'PARTIALLY_PAID') and deleted_at is null";

  private final Inbox inbox;
  private final JdbcClient jdbc;
  private final ReminderPolicies policies;

  CadenceOutbox(Inbox inbox, JdbcClient jdbc, ReminderPolicies policies) {
    this.inbox = inbox;
    this.jdbc = jdbc;
    this.policies = policies;
  }

  /** The contact itself. */
  public void changed(UUID contactId) {
    count(contactId);
    inbox.storeOutbox("SIGNAL", "Cadence", workflow(contactId), payload(contactId, CHANGED));
  }

  /**
   * The same, kept back while whoever asks makes the plan: maybe nobody has to be told then.
   *
   * @param signal TRACK or CHANGED
   * @return the message, to be finished or let go
   */
  public UUID keep(UUID contactId, String signal, Duration lease) {
    count(contactId);
    return inbox.keepOutbox(
        "SIGNAL", "Cadence", workflow(contactId), payload(contactId, signal), lease);
  }

  /** The business's hours, holidays or pause: all its customers with open invoices. */
  public void changedAll() {
    changed(
        jdbc.sql("select distinct contact_id from invoices where " + OPEN)
            .query(UUID.class)
            .list());
  }

  /** A policy: all customers whose plan depends on it (REM-07). */
  public void changedUsersOf(ReminderPolicy policy) {
    changed(policies.chasedBy(policy.id(), policy.isDefault()));
  }

  /** Two statements for however many: a business may have tens of thousands of customers. */
  public void changed(List<UUID> contactIds) {
    var ids = contactIds.stream().sorted().toList();
    jdbc.sql(
            """
            insert into cadences (tenant_id, contact_id, changes)
            select current_tenant(), id, 1 from unnest(:ids::uuid[]) as id
            on conflict (tenant_id, contact_id) do update set changes = cadences.changes + 1
            """)
        .param("ids", ids.toArray(UUID[]::new))
        .update();
    inbox.storeOutbox(
        "SIGNAL",
        "Cadence",
        ids.stream().map(CadenceOutbox::workflow).toList(),
        ids.stream().map(id -> payload(id, CHANGED)).toList());
  }

  private void count(UUID contactId) {
    jdbc.sql(
            """
            insert into cadences (tenant_id, contact_id, changes)
            values (current_tenant(), :contact, 1)
            on conflict (tenant_id, contact_id) do update set changes = cadences.changes + 1
            """)
        .param("contact", contactId)
        .update();
  }

  private static String workflow(UUID contactId) {
    return "cadence/" + contactId;
  }

  private static String payload(UUID contactId, String signal) {
    return Json.write(Map.of("tenant_id", Tenant.id(), "contact_id", contactId, "signal", signal));
  }
}
