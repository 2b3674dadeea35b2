package com.duespark.domain.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.invoices.Invoice;
import com.duespark.domain.invoices.InvoiceContent;
import com.duespark.domain.invoices.LineItem;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StandingsTest {

  private static final UUID TENANT = Ids.next();
  private static final LocalDate ISSUED = LocalDate.of(2026, 11, 1);
  private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");

  @Test
  void aPaymentInAnotherCurrencyIsNotCounted() {
    var invoice = invoice();
    var stranger =
        Payment.reported(TENANT, invoice.id(), PaymentProvider.STRIPE, "pi_1", Money.of(500, "USD"))
            .succeed(Instant.EPOCH)
            .exception("Asked for KES, got USD");

    var standing = Standings.of(invoice, List.of(stranger), ISSUED, NAIROBI);

    assertThat(standing.received()).isEmpty();
    assertThat(standing.amountDue()).isEqualTo(Money.of(100_00, "KES"));
  }

  @Test
  void aPaymentIsDatedInTheBusinesssCalendar() {
    var invoice = invoice();
    var late = Instant.parse("2026-11-02T22:30:00Z");
    var payment =
        Payment.reported(TENANT, invoice.id(), PaymentProvider.STRIPE, "pi_1", Money.of(1, "KES"))
            .succeed(late);

    var standing = Standings.of(invoice, List.of(payment), ISSUED, NAIROBI);

    assertThat(standing.received().getFirst().paidOn()).isEqualTo(LocalDate.of(2026, 11, 3));
  }

  private static Invoice invoice() {
    var line =
        new LineItem(
            Ids.next(),
            "Work",
            null,
            BigDecimal.ONE,
            null,
            new BigDecimal("100"),
            null,
            null,
            null,
            null,
            0);
    return Invoice.draft(
        TENANT,
        new InvoiceContent(
            Ids.next(),
            ISSUED,
            ISSUED.plusDays(14),
            "KES",
            List.of(line),
            null,
            null,
            null,
            null,
            null,
            null),
        null);
  }
}
