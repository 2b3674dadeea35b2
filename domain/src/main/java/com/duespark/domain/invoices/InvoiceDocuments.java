package com.duespark.domain.invoices;

import com.duespark.domain.contacts.Contact;
import com.duespark.domain.invoices.InvoiceDocument.Buyer;
import com.duespark.domain.invoices.InvoiceDocument.HowToPay;
import com.duespark.domain.invoices.InvoiceDocument.Line;
import com.duespark.domain.invoices.InvoiceDocument.Seller;
import com.duespark.domain.invoices.InvoiceDocument.Tax;
import com.duespark.domain.secrets.Confidential;
import com.duespark.domain.shared.Money;
import com.duespark.domain.tenants.TenantProfile;
import com.duespark.domain.tenants.TenantSettings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts together what a reader sees from the invoice, the business and the customer. Pure. */
public final class InvoiceDocuments {

  /** Used until a business chooses its own. */
  private static final String DEFAULT_COLOUR = "#17302A";

  private InvoiceDocuments() {}

  /**
   * The document as it would be issued now.
   *
   * @param number null while a draft
   */
  public static InvoiceDocument draw(
      Invoice invoice, @Nullable String number, TenantProfile tenant, Contact contact) {
    var howToPay = howToPay(tenant.settings(), number, invoice.payRef());
    return new InvoiceDocument(
        seller(tenant),
        buyer(contact),
        number,
        invoice.reference(),
        invoice.issueDate(),
        invoice.dueDate(),
        invoice.lines().stream().map(line -> line(line, invoice)).toList(),
        invoice.subtotal(),
        invoice.discountTotal(),
        invoice.taxes().stream().map(share -> tax(share, invoice)).toList(),
        invoice.taxTotal(),
        invoice.total(),
        invoice.terms(),
        invoice.notes(),
        howToPay,
        language(invoice, tenant, contact));
  }

  /** The same document with the dates that may move after sending. */
  public static InvoiceDocument redate(InvoiceDocument document, Invoice invoice) {
    return new InvoiceDocument(
        document.seller(),
        document.buyer(),
        document.number(),
        document.reference(),
        document.issuedOn(),
        invoice.dueDate(),
        document.lines(),
        document.subtotal(),
        document.discountTotal(),
        document.taxes(),
        document.taxTotal(),
        document.total(),
        document.terms(),
        document.notes(),
        document.howToPay(),
        document.language());
  }

  private static Seller seller(TenantProfile tenant) {
    var settings = tenant.settings();
    var company = settings.company();
    var branding = settings.branding();
    return new Seller(
        tenant.name(),
        company.legalName(),
        withCountry(company.addressLines(), tenant.country()),
        company.taxId(),
        company.email(),
        branding.logo(),
        Objects.requireNonNullElse(branding.colour(), DEFAULT_COLOUR),
        branding.footer(),
        settings.sending().replyTo() == null ? company.email() : settings.sending().replyTo());
  }

  private static List<String> withCountry(List<String> address, String country) {
    return address.isEmpty()
        ? List.of()
        : Stream.concat(address.stream(), Stream.of(name(country))).toList();
  }

  private static String name(String country) {
    return Locale.of("", country).getDisplayCountry(Locale.ENGLISH);
  }

  private static Buyer buyer(Contact customer) {
    var contact = customer.content();
    var town =
        Stream.of(contact.postalCode(), contact.city(), contact.region())
            .filter(Objects::nonNull)
            .reduce((left, right) -> left + " " + right)
            .orElse(null);
    var country = contact.country() == null ? null : name(contact.country());
    return new Buyer(
        contact.displayName(),
        contact.companyName(),
        Stream.of(contact.addressLine1(), contact.addressLine2(), town, country)
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .toList(),
        contact.taxId(),
        contact.email());
  }

  private static Line line(LineItem line, Invoice invoice) {
    var amount = Money.of(line.amountMinor(), invoice.currency());
    var gross =
        Money.rounded(line.qty().multiply(line.rate()), amount.currency(), RoundingMode.HALF_UP);
    return new Line(
        line.name(),
        line.description(),
        plain(line.qty()),
        line.unit(),
        line.rate(),
        line.discount() == null ? Money.zero(amount.currency()) : gross.minus(amount),
        amount);
  }

  private static Tax tax(TaxShare share, Invoice invoice) {
    return new Tax(
        share.taxCode(),
        share.name(),
        plain(share.percent()),
        Money.of(share.baseMinor(), invoice.currency()),
        Money.of(share.taxMinor(), invoice.currency()));
  }

  private static BigDecimal plain(BigDecimal value) {
    var stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static HowToPay howToPay(
      TenantSettings settings, @Nullable String number, @Nullable String payRef) {
    var payments = settings.payments();
    return new HowToPay(
        payments.mpesaPaybill(),
        payRef == null ? number : payRef,
        payments.bankDetails() == null ? null : words(payments.bankDetails()));
  }

  private static @Nullable Confidential words(TenantSettings.BankDetails bank) {
    return Stream.of(
            bank.bankName(),
            bank.branch(),
            bank.accountName(),
            bank.accountNumber(),
            bank.iban(),
            bank.swift())
        .filter(Objects::nonNull)
        .map(Confidential::text)
        .reduce((left, right) -> left + ", " + right)
        .map(Confidential::of)
        .orElse(null);
  }

  private static String language(Invoice invoice, TenantProfile tenant, Contact contact) {
    if (invoice.language() != null) {
      return invoice.language();
    }
    var theirs = contact.content().language();
    return theirs == null ? tenant.locale() : theirs;
  }
}
