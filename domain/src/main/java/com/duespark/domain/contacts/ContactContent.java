package com.duespark.domain.contacts;

import com.duespark.domain.secrets.Confidential;
import com.duespark.domain.shared.Refused;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person enters about a contact (CON-01 to CON-08), normalised.
 *
 * @param timezone IANA zone; null means the tenant's
 * @param language {@code english}, {@code swahili} or a BCP 47 tag; null means the tenant's
 * @param paymentTermsDays with {@link PaymentTerms#CUSTOM} only
 * @param reminderPolicyId how this customer is chased; null means by the default policy
 */
public record ContactContent(
    ContactType type,
    String displayName,
    @Nullable String companyName,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String secondaryEmail,
    @Nullable String secondaryPhone,
    @Nullable String addressLine1,
    @Nullable String addressLine2,
    @Nullable String city,
    @Nullable String region,
    @Nullable String postalCode,
    @Nullable String country,
    @Nullable String timezone,
    @Nullable String language,
    @Nullable String businessType,
    @Nullable Confidential taxId,
    List<String> tags,
    @Nullable String notes,
    @Nullable PaymentMethod preferredPaymentMethod,
    @Nullable PaymentTerms paymentTerms,
    @Nullable Integer paymentTermsDays,
    ContactStatus status,
    boolean sendReminders,
    @Nullable UUID reminderPolicyId) {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  public ContactContent {
    displayName = displayName.strip();
    email = Addresses.email(email);
    phone = Addresses.phone(phone);
    secondaryEmail = Addresses.email(secondaryEmail);
    secondaryPhone = Addresses.phone(secondaryPhone);
    country = country == null ? null : country.toUpperCase(Locale.ROOT);
    tags = tags.stream().map(String::strip).filter(tag -> !tag.isEmpty()).distinct().toList();
    paymentTermsDays = paymentTerms == PaymentTerms.CUSTOM ? paymentTermsDays : null;
  }

  /**
   * Checks what needs more than the shape.
   *
   * @throws Refused VALIDATION_ERROR with one detail per field
   */
  public ContactContent check() {
    var details = new ArrayList<Refused.Detail>();
    if (displayName.isEmpty()) {
      details.add(new Refused.Detail("display_name", "A name is required", "REQUIRED"));
    }
    email(details, "email", email);
    email(details, "secondary_email", secondaryEmail);
    phone(details, "phone", phone);
    phone(details, "secondary_phone", secondaryPhone);
    if (country != null && !COUNTRIES.contains(country)) {
      details.add(new Refused.Detail("country", "Use a code like KE (ISO 3166-1)", "FORMAT"));
    }
    if (timezone != null && !isZone(timezone)) {
      details.add(new Refused.Detail("timezone", "Use a zone like Africa/Nairobi", "FORMAT"));
    }
    if (paymentTerms == PaymentTerms.CUSTOM && paymentTermsDays == null) {
      details.add(
          new Refused.Detail(
              "payment_terms_days", "Custom terms need a number of days", "REQUIRED"));
    }
    if (!details.isEmpty()) {
      throw Refused.invalid("Please correct the marked fields", details);
    }
    return this;
  }

  private static void email(List<Refused.Detail> details, String field, @Nullable String value) {
    if (value != null && !Addresses.isEmail(value)) {
      details.add(new Refused.Detail(field, "This is not an email address", "FORMAT"));
    }
  }

  private static void phone(List<Refused.Detail> details, String field, @Nullable String value) {
    if (value != null && !Addresses.isPhone(value)) {
      details.add(
          new Refused.Detail(
              field, "Write the number with country code, like +254712345678", "FORMAT"));
    }
  }

  private static boolean isZone(String zone) {
    try {
      ZoneId.of(zone);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
