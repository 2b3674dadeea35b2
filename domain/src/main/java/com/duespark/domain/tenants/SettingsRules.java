package com.duespark.domain.tenants;

import com.duespark.domain.secrets.Confidential;
import com.duespark.domain.shared.Refused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What settings must look like (TEN-02). */
public final class SettingsRules {

  private static final int MAX_LOGO_BYTES = 200 * 1024;
  private static final int MAX_TEXT = 200;
  private static final int MAX_FOOTER = 1000;
  private static final int MAX_ADDRESS_LINES = 6;
  private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");
  private static final Pattern LOGO =
      Pattern.compile("data:image/(png|jpeg|svg\\+xml);base64,[A-Za-z0-9+/]+={0,2}");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{4,10}");

  private final List<Refused.Detail> details = new ArrayList<>();

  private SettingsRules() {}

  /**
   * Checks all parts.
   *
   * @throws Refused VALIDATION_ERROR with one detail per field
   */
  public static void check(TenantSettings settings) {
    var rules = new SettingsRules();
    rules.branding(settings.branding());
    rules.company(settings.company());
    rules.sending(settings.sending());
    rules.payments(settings.payments());
    rules.text("bot.brand_name", settings.bot().brandName(), MAX_TEXT);
    if (!rules.details.isEmpty()) {
      throw Refused.invalid("Please correct the marked settings", rules.details);
    }
  }

  private void branding(TenantSettings.Branding branding) {
    var logo = branding.logo();
    if (logo != null && logo.getBytes(StandardCharsets.UTF_8).length > MAX_LOGO_BYTES) {
      add("branding.logo", "SIZE", "The logo is larger than 200 kB");
    } else {
      pattern("branding.logo", logo, LOGO, "A data URI of a PNG, JPEG or SVG image");
    }
    pattern("branding.colour", branding.colour(), COLOUR, "A colour like #1A73E8");
    text("branding.footer", branding.footer(), MAX_FOOTER);
  }

  private void company(TenantSettings.Company company) {
    text("company.legal_name", company.legalName(), MAX_TEXT);
    text("company.tax_id", Confidential.textOf(company.taxId()), 50);
    text("company.phone", company.phone(), 50);
    text("company.website", company.website(), MAX_TEXT);
    pattern("company.email", company.email(), EMAIL, "This is not an email address");
    if (company.addressLines().size() > MAX_ADDRESS_LINES) {
      add("company.address_lines", "SIZE", "At most %d lines".formatted(MAX_ADDRESS_LINES));
    }
    for (int i = 0; i < company.addressLines().size(); i++) {
      text("company.address_lines[%d]".formatted(i), company.addressLines().get(i), MAX_TEXT);
    }
  }

  private void sending(TenantSettings.Sending sending) {
    if (!sending.opens().isBefore(sending.closes())) {
      add("sending.window_end", "RANGE", "The window ends after it starts");
    }
    text("sending.from_name", sending.fromName(), MAX_TEXT);
    text("sending.holiday_calendar", sending.holidayCalendar(), 50);
    pattern("sending.reply_to", sending.replyTo(), EMAIL, "This is not an email address");
  }

  private void payments(TenantSettings.Payments payments) {
    pattern("payments.mpesa_paybill", payments.mpesaPaybill(), DIGITS, "4 to 10 digits");
    pattern("payments.mpesa_till", payments.mpesaTill(), DIGITS, "4 to 10 digits");
    var bank = payments.bankDetails();
    if (bank != null) {
      text("payments.bank_details.bank_name", Confidential.textOf(bank.bankName()), MAX_TEXT);
      text("payments.bank_details.account_name", Confidential.textOf(bank.accountName()), MAX_TEXT);
      text("payments.bank_details.account_number", Confidential.textOf(bank.accountNumber()), 50);
      text("payments.bank_details.branch", Confidential.textOf(bank.branch()), MAX_TEXT);
      text("payments.bank_details.iban", Confidential.textOf(bank.iban()), 34);
      text("payments.bank_details.swift", Confidential.textOf(bank.swift()), 11);
    }
  }

  private void text(String field, @Nullable String value, int most) {
    if (value != null && value.length() > most) {
      add(field, "SIZE", "At most %d characters".formatted(most));
    }
  }

  private void pattern(String field, @Nullable String value, Pattern pattern, String message) {
    if (value != null && !pattern.matcher(value).matches()) {
      add(field, "FORMAT", message);
    }
  }

  private void add(String field, String code, String message) {
    details.add(new Refused.Detail("settings." + field, message, code));
  }
}
