package com.duespark.api.contacts;

import com.duespark.api.shared.Versioned;
import com.duespark.domain.contacts.Contact;
import com.duespark.domain.contacts.ContactPages;
import com.duespark.domain.contacts.ContactStatus;
import com.duespark.domain.contacts.ContactType;
import com.duespark.domain.contacts.FinancialSummary.PaymentStatus;
import com.duespark.domain.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list of contacts.
 *
 * @param currency of the outstanding balance: the tenant's
 * @param otherBalances what is owed in other currencies
 */
record ContactLine(
    UUID id,
    String code,
    ContactType type,
    String displayName,
    @Nullable String companyName,
    @Nullable String email,
    @Nullable String phone,
    List<String> tags,
    ContactStatus status,
    PaymentStatus paymentStatus,
    Money outstandingBalance,
    String currency,
    List<Balance> otherBalances,
    @Nullable LocalDate lastInvoiceDate,
    Instant createdAt,
    int version)
    implements Versioned {

  record Balance(String currency, Money outstandingBalance) {

    static Balance of(Money sum) {
      return new Balance(sum.currency().getCurrencyCode(), sum);
    }
  }

  static ContactLine of(Contact contact, ContactPages.Row row) {
    var content = contact.content();
    return new ContactLine(
        contact.id(),
        contact.code(),
        content.type(),
        content.displayName(),
        content.companyName(),
        content.email(),
        content.phone(),
        content.tags(),
        content.status(),
        row.paymentStatus(),
        row.outstandingBalance(),
        row.outstandingBalance().currency().getCurrencyCode(),
        row.otherBalances().stream().map(Balance::of).toList(),
        row.lastInvoiceDate(),
        contact.createdAt(),
        contact.version());
  }
}
