package com.duespark.domain.contacts;

import com.duespark.domain.contacts.FinancialSummary.InCurrency;
import com.duespark.domain.contacts.FinancialSummary.PaymentStatus;
import com.duespark.domain.contacts.FinancialSummary.Received;
import com.duespark.domain.shared.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sums the bound tenant's invoices and payments per contact; reads only. */
@Component
public class FinancialSummaries {

  private final JdbcClient jdbc;

  FinancialSummaries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The summary of one contact. */
  public FinancialSummary of(UUID contactId, Currency home, LocalDate today) {
    var sums = sums(contactId, today);
    var main =
        sums.stream()
            .filter(sum -> sum.currency().equals(home.getCurrencyCode()))
            .findFirst()
            .orElse(
                new InCurrency(
                    home.getCurrencyCode(),
                    0,
                    Money.zero(home),
                    Money.zero(home),
                    Money.zero(home),
                    Money.zero(home)));
    var habits = habits(contactId, today);
    return new FinancialSummary(
        main.currency(),
        sums.stream().mapToLong(InCurrency::invoices).sum(),
        main.totalBilled(),
        main.totalPaid(),
        main.outstandingBalance(),
        main.overdueBalance(),
        habits.averageDays(),
        habits.lastInvoice(),
        habits.status(),
        payments(contactId),
        sums);
  }

  private List<InCurrency> sums(UUID contactId, LocalDate today) {
    return jdbc.sql(
            """
            select currency, count(*) as invoices, sum(total_minor) as billed,
              sum(amount_paid_minor) as paid,
              coalesce(sum(greatest(0, total_minor - amount_paid_minor))
                filter (where status in ('SENT', 'PARTIALLY_PAID')), 0) as outstanding,
              coalesce(sum(greatest(0, total_minor - amount_paid_minor))
                filter (where status in ('SENT', 'PARTIALLY_PAID') and due_date < :today), 0)
                as overdue
            from invoices
            where tenant_id = current_tenant() and contact_id = :contact and deleted_at is null
              and status in ('SENT', 'PARTIALLY_PAID', 'PAID', 'WRITTEN_OFF')
            group by currency order by currency
            """)
        .param("contact", contactId)
        .param("today", today)
        .query(FinancialSummaries::sum)
        .list();
  }

  private static InCurrency sum(ResultSet row, int index) throws SQLException {
    var currency = row.getString("currency");
    return new InCurrency(
        currency,
        row.getLong("invoices"),
        Money.of(row.getLong("billed"), currency),
        Money.of(row.getLong("paid"), currency),
        Money.of(row.getLong("outstanding"), currency),
        Money.of(row.getLong("overdue"), currency));
  }

  private record Habits(
      @Nullable BigDecimal averageDays, @Nullable LocalDate lastInvoice, PaymentStatus status) {}

  private Habits habits(UUID contactId, LocalDate today) {
    return jdbc.sql(
            """
            select round(avg(extract(epoch from paid_at - sent_at) / 86400)
                filter (where paid_at is not null and sent_at is not null), 1) as days,
              max(issue_date) as last_invoice,
              %s as payment_status
            from invoices i
            where tenant_id = current_tenant() and contact_id = :contact and deleted_at is null
              and status in ('SENT', 'PARTIALLY_PAID', 'PAID', 'WRITTEN_OFF')
            """
                .formatted(ContactPages.PAYMENT_STATUS))
        .param("contact", contactId)
        .param("today", today)
        .query(
            (row, index) ->
                new Habits(
                    row.getBigDecimal("days"),
                    row.getObject("last_invoice", LocalDate.class),
                    PaymentStatus.valueOf(row.getString("payment_status"))))
        .single();
  }

  private List<Received> payments(UUID contactId) {
    return jdbc.sql(
            """
            select p.id, p.invoice_id, p.amount_minor - p.refunded_minor as minor, p.currency, p.paid_at
            from payments p
            join invoices i on i.tenant_id = p.tenant_id and i.id = p.invoice_id
            where p.tenant_id = current_tenant() and i.contact_id = :contact
              and p.deleted_at is null
              and p.status in ('SUCCEEDED', 'PARTIALLY_REFUNDED', 'REFUNDED')
            order by p.paid_at desc nulls last, p.id desc limit 24
            """)
        .param("contact", contactId)
        .query(FinancialSummaries::received)
        .list();
  }

  private static Received received(ResultSet row, int index) throws SQLException {
    @Nullable OffsetDateTime paidAt = row.getObject("paid_at", OffsetDateTime.class);
    var currency = row.getString("currency");
    return new Received(
        row.getObject("id", UUID.class),
        row.getObject("invoice_id", UUID.class),
        Money.of(row.getLong("minor"), currency),
        currency,
        paidAt == null ? null : paidAt.toInstant());
  }
}
