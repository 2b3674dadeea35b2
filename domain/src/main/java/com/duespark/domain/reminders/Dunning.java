package com.duespark.domain.reminders;

import com.duespark.domain.audit.Audit;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.events.ProductEvents;
import com.duespark.domain.invoices.InvoiceStatus;
import com.duespark.domain.notifications.Notifications;
import com.duespark.domain.shared.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The dunning side of a customer's invoices: {@code invoice_dunning}, written by the cadence alone
 * (design law 3). Follows what happened to the invoices: opened, closed, reopened, postponed.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Dunning {

  /** At most so many open invoices of one customer are chased at once. */
  static final int MAX_OPEN = 2_000;

  /** Messages older than this play no part in any cap. */
  static final Duration CAP_MEMORY = Duration.ofDays(9);

  private final JdbcClient jdbc;
  private final Reminders reminders;
  private final Notifications notifications;
  private final ProductEvents events;
  private final Audit audit;

  Dunning(
      JdbcClient jdbc,
      Reminders reminders,
      Notifications notifications,
      ProductEvents events,
      Audit audit) {
    this.jdbc = jdbc;
    this.reminders = reminders;
    this.notifications = notifications;
    this.events = events;
    this.audit = audit;
  }

  private record Seen(
      UUID id,
      InvoiceStatus status,
      LocalDate dueDate,
      @Nullable LocalDate dueOn,
      @Nullable Boolean closed,
      @Nullable Boolean overdueNoted) {

    boolean isOpen() {
      return status == InvoiceStatus.SENT || status == InvoiceStatus.PARTIALLY_PAID;
    }
  }

  /**
   * Brings the dunning rows of a customer up to their invoices.
   *
   * @param now the business's time
   * @param fallback the business's timezone, for a customer without one
   */
  public void follow(UUID contactId, Instant now, ZoneId fallback) {
    var today = LocalDate.ofInstant(now, zone(contactId, fallback));
    for (var invoice : seen(contactId)) {
      if (!invoice.isOpen()) {
        close(invoice);
      } else if (invoice.dueOn() == null) {
        open(invoice);
      } else if (Boolean.TRUE.equals(invoice.closed())) {
        startCycle(invoice, "The invoice was opened again");
      } else if (invoice.dueDate().isAfter(invoice.dueOn()) && invoice.dueDate().isAfter(today)) {
        startCycle(invoice, "The due day was moved");
      }
      if (invoice.isOpen() && today.isAfter(invoice.dueDate())) {
        noteOverdue(invoice);
      }
    }
  }

  private ZoneId zone(UUID contactId, ZoneId fallback) {
    return jdbc.sql(
            "select timezone from contacts where tenant_id = current_tenant() and id = :id"
                + " and timezone is not null")
        .param("id", contactId)
        .query(String.class)
        .optional()
        .map(ZoneId::of)
        .orElse(fallback);
  }

  private List<Seen> seen(UUID contactId) {
    return jdbc.sql(
            """
            select i.id, i.status, i.due_date, d.due_on, d.closed, d.overdue_noted
            from invoices i
            left join invoice_dunning d on d.tenant_id = i.tenant_id and d.invoice_id = i.id
            where i.tenant_id = current_tenant() and i.contact_id = :contact
              and i.deleted_at is null and i.sent_at is not null
              and (i.status in ('SENT', 'PARTIALLY_PAID') or not d.closed)
            order by i.id limit :limit
            """)
        .param("contact", contactId)
        .param("limit", 2 * MAX_OPEN)
        .query(Seen.class)
        .list();
  }

  private void open(Seen invoice) {
    jdbc.sql(
            """
            insert into invoice_dunning (tenant_id, invoice_id, due_on)
            values (current_tenant(), :id, :due)
            on conflict (tenant_id, invoice_id) do update
              set due_on = excluded.due_on, closed = false, version = invoice_dunning.version + 1
            """)
        .param("id", invoice.id())
        .param("due", invoice.dueDate())
        .update();
  }

  /** Steps may be sent again (REM-50). */
  private void startCycle(Seen invoice, String why) {
    reminders.cancelAll(invoice.id(), why);
    jdbc.sql(
            """
            update invoice_dunning
            set cycle = cycle + 1, ar_stage = 'NONE', due_on = :due, closed = false,
              overdue_noted = false, promise_to_pay_on = null, promised_at = null,
              promised_by = null, version = version + 1
            where tenant_id = current_tenant() and invoice_id = :id
            """)
        .param("id", invoice.id())
        .param("due", invoice.dueDate())
        .update();
    endCollection(invoice.id(), "CANCELED");
  }

  /** Paid, void or written off: nothing more is sent; a write-off keeps it so (INV-18). */
  private void close(Seen invoice) {
    reminders.cancelAll(invoice.id(), "The invoice is " + words(invoice.status()));
    jdbc.sql(
            """
            update invoice_dunning
            set closed = true, version = version + 1,
              ar_stage = case when :paid then 'NONE' else ar_stage end,
              reminders_enabled = reminders_enabled and not :writtenOff
            where tenant_id = current_tenant() and invoice_id = :id
            """)
        .param("id", invoice.id())
        .param("paid", invoice.status() == InvoiceStatus.PAID)
        .param("writtenOff", invoice.status() == InvoiceStatus.WRITTEN_OFF)
        .update();
    endCollection(invoice.id(), invoice.status() == InvoiceStatus.PAID ? "DONE" : "CANCELED");
  }

  private static String words(InvoiceStatus status) {
    return switch (status) {
      case PAID -> "paid";
      case VOID -> "void";
      case WRITTEN_OFF -> "written off";
      case DRAFT, SCHEDULED, SENT, PARTIALLY_PAID -> throw new IllegalStateException();
    };
  }

  /** WF-01g: once a cycle, with the cadence's first look after the due day. */
  private void noteOverdue(Seen invoice) {
    int noted =
        jdbc.sql(
                """
                update invoice_dunning set overdue_noted = true
                where tenant_id = current_tenant() and invoice_id = :id and not overdue_noted
                """)
            .param("id", invoice.id())
            .update();
    if (noted == 1) {
      events.record(trail(invoice.id()), "invoice.overdue", Map.of("invoice_id", invoice.id()));
      notifications.tell(null, "invoice.overdue", "An invoice is overdue", "invoice", invoice.id());
    }
  }

  /**
   * A staged reminder was sent: the stage moves forward, never back (REM-50).
   *
   * @return whether it moved
   */
  public boolean advance(UUID invoiceId, Stage stage) {
    if (stage == Stage.NONE) {
      return false;
    }
    var current =
        jdbc.sql(
                """
                select ar_stage from invoice_dunning
                where tenant_id = current_tenant() and invoice_id = :id for update
                """)
            .param("id", invoiceId)
            .query((row, n) -> Stage.valueOf(row.getString(1)))
            .single();
    if (!stage.isAfter(current)) {
      return false;
    }
    jdbc.sql(
            """
            update invoice_dunning set ar_stage = :stage, version = version + 1
            where tenant_id = current_tenant() and invoice_id = :id
            """)
        .param("id", invoiceId)
        .param("stage", stage.name())
        .update();
    return true;
  }

  /** The last reminder brought nothing: a person takes over (REM-52, REM-71). */
  public void handToPerson(UUID invoiceId, UUID contactId, String number) {
    if (!advance(invoiceId, Stage.COLLECTIONS)) {
      return;
    }
    var item = Ids.next();
    jdbc.sql(
            """
            insert into work_items (id, tenant_id, type, title, priority, contact_id, invoice_id, source)
            values (:id, current_tenant(), 'COLLECTION', :title, 'HIGH', :contact, :invoice, 'SYSTEM')
            on conflict do nothing
            """)
        .param("id", item)
        .param("title", "Collect invoice " + number)
        .param("contact", contactId)
        .param("invoice", invoiceId)
        .update();
    audit.record(
        trail(invoiceId),
        "work_item.created",
        "work_item",
        item,
        null,
        Map.of("invoice_id", invoiceId, "type", "COLLECTION"));
    notifications.tell(
        null, "work_item.collection", "Collect invoice " + number, "work_item", item);
  }

  private void endCollection(UUID invoiceId, String status) {
    jdbc.sql(
            """
            update work_items set status = :status, version = version + 1
            where tenant_id = current_tenant() and invoice_id = :invoice and type = 'COLLECTION'
              and status not in ('DONE', 'CANCELED') and deleted_at is null
            """)
        .param("invoice", invoiceId)
        .param("status", status)
        .update();
  }

  private static Trail trail(UUID invoiceId) {
    return Trail.system("invoice/" + invoiceId);
  }
}
