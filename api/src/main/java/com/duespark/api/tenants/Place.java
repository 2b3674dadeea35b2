package com.duespark.api.tenants;

import com.duespark.domain.shared.Refused;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a business is, with what it counts and by which clock; what is not said follows the
 * country.
 */
public record Place(String country, ZoneId zone, Currency currency) {

  private static final String HOME = "KE";
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Map<String, String> ZONES =
      Map.of(
          "KE", "Africa/Nairobi",
          "UG", "Africa/Kampala",
          "TZ", "Africa/Dar_es_Salaam",
          "RW", "Africa/Kigali",
          "NG", "Africa/Lagos",
          "ZA", "Africa/Johannesburg",
          "GB", "Europe/London",
          "DE", "Europe/Berlin",
          "US", "America/New_York",
          "CA", "America/Toronto");

  public static Place of(
      @Nullable String country, @Nullable String timezone, @Nullable String currency) {
    var land = country(country == null ? HOME : country);
    return new Place(
        land,
        zone(timezone == null ? ZONES.getOrDefault(land, "UTC") : timezone),
        currency == null ? homeCurrency(land) : currency(currency));
  }

  static String country(String code) {
    var upper = code.strip().toUpperCase(Locale.ROOT);
    if (!COUNTRIES.contains(upper)) {
      throw Refused.invalid("country", "FORMAT", "Use a code like KE (ISO 3166-1)");
    }
    return upper;
  }

  static ZoneId zone(String name) {
    if (ZoneId.getAvailableZoneIds().contains(name.strip())) {
      return ZoneId.of(name.strip());
    }
    throw Refused.invalid("timezone", "FORMAT", "Use a zone like Africa/Nairobi");
  }

  private static Currency currency(String code) {
    try {
      return Currency.getInstance(code.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Refused.invalid("currency", "FORMAT", "Use a code like KES (ISO 4217)");
    }
  }

  private static Currency homeCurrency(String country) {
    return Objects.requireNonNullElse(
        Currency.getInstance(Locale.of("", country)), Currency.getInstance("USD"));
  }
}
