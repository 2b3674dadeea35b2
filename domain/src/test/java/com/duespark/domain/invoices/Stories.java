package com.duespark.domain.invoices;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.duespark.domain.shared.Money;
import com.duespark.domain.shared.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Invoices of a hundred dollars at some point of their life. */
final class Stories {

  static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

  private Stories() {}

  static Money dollars(long amount) {
    return Money.of(amount * 100, "USD");
  }

  static Invoice draft() {
    return Invoice.draft(new UUID(0, 1), Lines.content("100"), null);
  }

  static Invoice issued() {
    return draft().issue("INV-1001", document());
  }

  static Invoice sent() {
    return issued().startSending().accepted(NOW);
  }

  static InvoiceDocument document() {
    var zero = dollars(0);
    return new InvoiceDocument(
        new InvoiceDocument.Seller("Us", null, List.of(), null, null, null, "#000000", null, null),
        new InvoiceDocument.Buyer("Them", null, List.of(), null, null),
        "INV-1001",
        null,
        Lines.ISSUED,
        Lines.DUE,
        List.of(),
        dollars(100),
        zero,
        List.of(),
        zero,
        dollars(100),
        null,
        null,
        new InvoiceDocument.HowToPay(null, null, null),
        "en");
  }

  static Refused refusal(Runnable act) {
    return Objects.requireNonNull(
        catchThrowableOfType(Refused.class, act::run), "It was not refused");
  }
}
