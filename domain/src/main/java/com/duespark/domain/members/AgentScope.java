package com.duespark.domain.members;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an AGENT finds in the bound tenant (RBC-20): what they wrote themselves, what belongs to a
 * contact they added, and what work assigned to them is about. For everybody else nothing asks.
 */
@Component
@Transactional(readOnly = true)
public class AgentScope {

  /** Of an invoice {@code i}; the parameter {@code :agent} is the person. */
  public static final String INVOICE =
      """
      (i.created_by = :agent
        or exists (select from contacts o
          where o.tenant_id = i.tenant_id and o.id = i.contact_id and o.created_by = :agent)
        or exists (select from work_items w
          where w.tenant_id = i.tenant_id and w.invoice_id = i.id and w.assigned_to = :agent
            and w.deleted_at is null))
      """;

  private final JdbcClient jdbc;

  AgentScope(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public boolean hasInvoice(UUID agent, UUID invoiceId) {
    return holds(
        "select from invoices i where i.tenant_id = current_tenant() and i.id = :id and " + INVOICE,
        agent,
        invoiceId);
  }

  /** A reminder is where its invoice is. */
  public boolean hasReminder(UUID agent, UUID reminderId) {
    return holds(
        """
        select from reminders r
        join invoices i on i.tenant_id = r.tenant_id and i.id = r.invoice_id
        where r.tenant_id = current_tenant() and r.id = :id and
        """
            + INVOICE,
        agent,
        reminderId);
  }

  /** To whom they may write invoices: contacts they added, or whose invoices they find. */
  public boolean hasContact(UUID agent, UUID contactId) {
    return holds(
        """
        select from contacts c
        where c.tenant_id = current_tenant() and c.id = :id and (c.created_by = :agent
          or exists (select from invoices i
            where i.tenant_id = c.tenant_id and i.contact_id = c.id and
        """
            + INVOICE
            + "))",
        agent,
        contactId);
  }

  private boolean holds(String rows, UUID agent, UUID id) {
    return jdbc.sql("select exists (" + rows + ")")
        .param("agent", agent)
        .param("id", id)
        .query(Boolean.class)
        .single();
  }
}
