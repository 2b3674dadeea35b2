package com.duespark.api.invoices;

import com.duespark.api.invoices.LineBody.DiscountBody;
import com.duespark.api.shared.Caller;
import com.duespark.domain.contacts.Contact;
import com.duespark.domain.contacts.Contacts;
import com.duespark.domain.invoices.InvoiceContent;
import com.duespark.domain.invoices.LineItem;
import com.duespark.domain.invoices.Totals;
import com.duespark.domain.members.AgentScope;
import com.duespark.domain.members.Role;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.shared.Money;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.shared.Refused.Detail;
import com.duespark.domain.taxrates.TaxRate;
import com.duespark.domain.taxrates.TaxRateStatus;
import com.duespark.domain.taxrates.TaxRates;
import com.duespark.domain.tenants.TenantProfile;
import com.duespark.domain.tenants.Tenants;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Turns what a caller wrote into invoice content: defaults filled in, tax rates copied, totals
 * checked.
 */
@Component
class Writing {

  /** When neither the caller nor the contact says when to pay (INV-02). */
  private static final int DEFAULT_TERM_DAYS = 14;

  private final Contacts contacts;
  private final AgentScope scope;
  private final TaxRates taxRates;
  private final Tenants tenants;

  Writing(Contacts contacts, AgentScope scope, TaxRates taxRates, Tenants tenants) {
    this.contacts = contacts;
    this.scope = scope;
    this.taxRates = taxRates;
    this.tenants = tenants;
  }

  private boolean isInScope(Contact contact, Caller caller) {
    var agent = caller.agent();
    return agent == null || scope.hasContact(agent, contact.id());
  }

  InvoiceContent read(InvoiceBody body, Caller caller) {
    var tenant = tenants.current();
    var contact =
        contacts
            .find(body.contactId())
            .filter(found -> isInScope(found, caller))
            .orElseThrow(
                () ->
                    Refused.invalid(
                        "contact_id", "UNKNOWN_CONTACT", "This contact does not exist"));
    var currency = currency(body, tenant, caller);
    var issued = body.issueDate() == null ? tenants.today() : body.issueDate();
    var content =
        new InvoiceContent(
            contact.id(),
            issued,
            body.dueDate() == null ? due(contact, issued) : body.dueDate(),
            currency.getCurrencyCode(),
            lines(body.lineItems()),
            DiscountBody.read(body.discount()),
            body.reference(),
            body.notes(),
            body.terms(),
            body.internalNote(),
            body.language());
    checkTotals(body, Totals.of(content.lines(), content.discount(), currency), currency);
    return content;
  }

  /** Lines with the names and percents of their tax rates. */
  List<LineItem> lines(List<LineBody> bodies) {
    Map<String, TaxRate> rates =
        taxRates.all().stream()
            .filter(rate -> rate.status() == TaxRateStatus.ACTIVE)
            .collect(Collectors.toMap(TaxRate::code, Function.identity()));
    var lines = new ArrayList<LineItem>();
    for (int i = 0; i < bodies.size(); i++) {
      var body = bodies.get(i);
      lines.add(line(body, rate(body.taxCode(), rates, i)));
    }
    return lines;
  }

  private static @Nullable TaxRate rate(
      @Nullable String code, Map<String, TaxRate> rates, int index) {
    if (code == null || code.isBlank()) {
      return null;
    }
    var rate = rates.get(code.toUpperCase(Locale.ROOT));
    if (rate == null) {
      throw Refused.invalid(
          "line_items[%d].tax_code".formatted(index),
          "UNKNOWN_TAX_CODE",
          "There is no tax rate " + code);
    }
    return rate;
  }

  private static LineItem line(LineBody body, @Nullable TaxRate rate) {
    return new LineItem(
        body.id() == null ? Ids.next() : body.id(),
        body.name().strip(),
        body.description(),
        body.quantity(),
        body.unit(),
        body.rate(),
        rate == null ? null : rate.code(),
        rate == null ? null : rate.name(),
        rate == null ? null : rate.percent(),
        DiscountBody.read(body.discount()),
        0);
  }

  Currency currency(@Nullable String code) {
    return code == null ? tenants.current().money() : known(code);
  }

  private static Currency currency(InvoiceBody body, TenantProfile tenant, Caller caller) {
    if (body.currency() == null || body.currency().equalsIgnoreCase(tenant.currency())) {
      return tenant.money();
    }
    if (!caller.is(Role.ADMIN)) {
      throw Refused.invalid(
          "currency", "NOT_ALLOWED", "Only owners and admins invoice in another currency");
    }
    return known(body.currency());
  }

  private static Currency known(String code) {
    try {
      return Currency.getInstance(code.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Refused.invalid("currency", "FORMAT", "Use a code like KES (ISO 4217)");
    }
  }

  private static LocalDate due(Contact contact, LocalDate issued) {
    return contact.dueOn(issued).orElse(issued.plusDays(DEFAULT_TERM_DAYS));
  }

  /** Totals that a caller sends along must be right, or something was misunderstood (MON-09). */
  private static void checkTotals(InvoiceBody body, Totals totals, Currency currency) {
    var problems = new ArrayList<Detail>();
    for (int i = 0; i < body.lineItems().size(); i++) {
      var computed = Money.of(totals.lines().get(i).amountMinor(), currency.getCurrencyCode());
      compare(
          problems,
          "line_items[%d].amount".formatted(i),
          body.lineItems().get(i).amount(),
          computed);
    }
    compare(problems, "subtotal", body.subtotal(), totals.subtotal());
    compare(problems, "discount_total", body.discountTotal(), totals.discountTotal());
    compare(problems, "tax_total", body.taxTotal(), totals.taxTotal());
    compare(problems, "total", body.total(), totals.total());
    if (!problems.isEmpty()) {
      throw Refused.invalid("The totals do not match the lines", problems);
    }
  }

  private static void compare(
      List<Detail> problems, String field, @Nullable BigDecimal given, Money computed) {
    if (given != null && given.compareTo(computed.toMajor()) != 0) {
      problems.add(
          new Detail(
              field,
              "It is %s, not %s".formatted(computed.toPlainString(), given.toPlainString()),
              "TOTAL_MISMATCH"));
    }
  }
}
