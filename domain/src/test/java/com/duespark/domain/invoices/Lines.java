package com.duespark.domain.invoices;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lines and contents in few words. */
final class Lines {

  static final Currency USD = Currency.getInstance("USD");
  static final LocalDate ISSUED = LocalDate.of(2026, 3, 1);
  static final LocalDate DUE = LocalDate.of(2026, 3, 15);

  private Lines() {}

  static LineItem line(String qty, String rate, @Nullable String tax, @Nullable String percent) {
    return line(qty, rate, tax, percent, null);
  }

  static LineItem line(
      String qty,
      String rate,
      @Nullable String tax,
      @Nullable String percent,
      @Nullable Discount discount) {
    return new LineItem(
        new UUID(0, 1),
        "Work",
        null,
        new BigDecimal(qty),
        null,
        new BigDecimal(rate),
        tax,
        tax,
        percent == null ? null : new BigDecimal(percent),
        discount,
        0);
  }

  static Discount percent(String value) {
    return new Discount(Discount.Type.PERCENT, new BigDecimal(value));
  }

  static Discount amount(String value) {
    return new Discount(Discount.Type.AMOUNT, new BigDecimal(value));
  }

  /** One untaxed line of so many dollars. */
  static InvoiceContent content(String dollars) {
    return content(List.of(line("1", dollars, null, null)), ISSUED, DUE);
  }

  static InvoiceContent content(List<LineItem> lines, LocalDate issued, LocalDate due) {
    return new InvoiceContent(
        new UUID(0, 7), issued, due, "USD", lines, null, null, null, null, null, null);
  }
}
