package com.duespark.workflows.invoices;

import io.temporal.failure.ApplicationFailure;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What is away at the moment, as a test has ordered. */
final class Outages {

  private final Map<UUID, Instant> mailBackAt = new HashMap<>();
  private Instant databaseBackAt = Instant.EPOCH;
  private boolean stripeDown;

  void mail(UUID invoiceOrMail, Instant backAt) {
    mailBackAt.put(invoiceOrMail, backAt);
  }

  void database(Instant backAt) {
    databaseBackAt = backAt;
  }

  void stripe(boolean down) {
    stripeDown = down;
  }

  boolean isMailDown(UUID invoice, UUID mail, Instant now) {
    return Stream.of(invoice, mail)
        .anyMatch(what -> now.isBefore(mailBackAt.getOrDefault(what, Instant.EPOCH)));
  }

  void requireDatabase(Instant now) {
    if (now.isBefore(databaseBackAt)) {
      throw new IllegalStateException("No database");
    }
  }

  void requireStripe(Instant now) {
    requireDatabase(now);
    if (stripeDown) {
      throw ApplicationFailure.newFailure("Stripe does not answer", "PROVIDER_DOWN");
    }
  }
}
