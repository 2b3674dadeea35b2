package com.duespark.domain.reminders;

import com.duespark.domain.reminders.PaymentHistory.Paid;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how invoices were paid (REM-62). */
@Component
class PaidInvoices {

  /** A year before any day that a plan can still ask about: its oldest step is long gone. */
  private static final int DAYS = 2 * 365;

  private final JdbcClient jdbc;

  PaidInvoices(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The customer's payments and those of the whole business.
   *
   * @param zone the business's, for payers without one
   */
  PaymentHistory of(UUID contactId, ZoneId zone, Instant now) {
    return new PaymentHistory(read(contactId, zone, now), read(null, zone, now));
  }

  private List<Paid> read(@Nullable UUID contactId, ZoneId zone, Instant now) {
    return jdbc.sql(
            """
            select i.due_date, p.at at time zone coalesce(c.timezone, :zone) as at, p.reported
            from invoices i
            join contacts c on c.tenant_id = i.tenant_id and c.id = i.contact_id
            cross join lateral (
              select paid_at as at, command_id is null and provider_payment_id is not null as reported
              from payments
              where tenant_id = i.tenant_id and invoice_id = i.id and paid_at is not null
                and status <> 'REFUNDED' and not unapplied
              order by paid_at desc, id desc limit 1) p
            where i.tenant_id = current_tenant() and i.status = 'PAID' and i.deleted_at is null
              and i.paid_at > :since and {whose}
            order by i.paid_at desc, i.id desc limit :limit
            """
                .replace("{whose}", contactId == null ? "true" : "i.contact_id = :contact"))
        .param("zone", zone.getId())
        .param("since", Timestamp.from(now.minus(DAYS, ChronoUnit.DAYS)))
        .param("contact", contactId)
        .param("limit", PaymentHistory.MOST)
        .query(
            (row, n) ->
                new Paid(
                    row.getObject("due_date", LocalDate.class),
                    row.getObject("at", LocalDateTime.class),
                    row.getBoolean("reported")))
        .list();
  }
}
