package com.duespark.domain.tenants;

import com.duespark.domain.secrets.Confidential;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a business decided about itself (TEN-02). Absent parts have their defaults. */
public record TenantSettings(
    Branding branding, Company company, Sending sending, Payments payments, Ai ai, Bot bot) {

  public TenantSettings {
    branding = branding == null ? Branding.NONE : branding;
    company = company == null ? Company.NONE : company;
    sending = sending == null ? Sending.DEFAULT : sending;
    payments = payments == null ? Payments.NONE : payments;
    ai = ai == null ? Ai.DEFAULT : ai;
    bot = bot == null ? Bot.NONE : bot;
  }

  public static final TenantSettings DEFAULT =
      new TenantSettings(
          Branding.NONE, Company.NONE, Sending.DEFAULT, Payments.NONE, Ai.DEFAULT, Bot.NONE);

  /**
   * What documents, mails and the portal look like.
   *
   * @param logo data URI of a PNG, JPEG or SVG image, at most 200 kB
   * @param colour {@code #RRGGBB}
   */
  public record Branding(@Nullable String logo, @Nullable String colour, @Nullable String footer) {
    static final Branding NONE = new Branding(null, null, null);
  }

  /** Who the business is on paper. */
  public record Company(
      @Nullable String legalName,
      @Nullable List<String> addressLines,
      @Nullable Confidential taxId,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String website) {
    static final Company NONE = new Company(null, null, null, null, null, null);

    public Company {
      addressLines = addressLines == null ? List.of() : List.copyOf(addressLines);
    }

    @Override
    public List<String> addressLines() {
      return addressLines == null ? List.of() : addressLines;
    }
  }

  /**
   * When automatic messages may leave, in the contact's time (REM-20).
   *
   * @param windowStart first minute of the day
   * @param windowEnd last minute of the day
   * @param businessDays days on which reminders are sent
   * @param fromName shown as the sender of mails; the business's name when null
   * @param replyTo where answers to mails go; the company's mail when null
   */
  public record Sending(
      @Nullable LocalTime windowStart,
      @Nullable LocalTime windowEnd,
      @Nullable Set<DayOfWeek> businessDays,
      @Nullable String holidayCalendar,
      @Nullable String fromName,
      @Nullable String replyTo) {
    static final Sending DEFAULT = new Sending(null, null, null, null, null, null);

    /** When the window opens: 09:00 unless said otherwise (REM-21). */
    public LocalTime opens() {
      return windowStart == null ? LocalTime.of(9, 0) : windowStart;
    }

    /** When it closes: 17:00 unless said otherwise. */
    public LocalTime closes() {
      return windowEnd == null ? LocalTime.of(17, 0) : windowEnd;
    }
  }

  /** How payers can pay besides what is connected. */
  public record Payments(
      @Nullable String mpesaPaybill,
      @Nullable String mpesaTill,
      @Nullable BankDetails bankDetails) {
    static final Payments NONE = new Payments(null, null, null);
  }

  /** Where a bank transfer goes. */
  public record BankDetails(
      @Nullable Confidential bankName,
      @Nullable Confidential accountName,
      @Nullable Confidential accountNumber,
      @Nullable Confidential branch,
      @Nullable Confidential iban,
      @Nullable Confidential swift) {}

  /** Whether a model may be asked (PRV-04). */
  public record Ai(boolean enabled) {
    static final Ai DEFAULT = new Ai(true);
  }

  public record Bot(@Nullable String brandName) {
    static final Bot NONE = new Bot(null);
  }
}
