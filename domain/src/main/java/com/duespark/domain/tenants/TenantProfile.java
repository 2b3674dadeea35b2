package com.duespark.domain.tenants;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A business (TEN-01).
 *
 * @param profileId the business profile it runs on
 * @param timezone IANA zone
 * @param currency ISO 4217; of summaries and of new documents
 * @param country ISO 3166-1 alpha-2
 * @param locale BCP 47
 */
@Table("tenants")
public record TenantProfile(
    @Id UUID id,
    String name,
    String profileId,
    String timezone,
    String currency,
    String country,
    String locale,
    TenantKind kind,
    TenantStatus status,
    @Column("settings_json") TenantSettings settings,
    @ReadOnlyProperty @Nullable Instant createdAt,
    @ReadOnlyProperty @Nullable Instant updatedAt,
    @Nullable UUID createdBy,
    @Version int version) {

  /** A new business with nothing decided yet. */
  public static TenantProfile found(
      UUID id,
      String name,
      String profileId,
      ZoneId zone,
      Currency currency,
      String country,
      String locale,
      TenantKind kind,
      UUID createdBy) {
    return new TenantProfile(
        id,
        name,
        profileId,
        zone.getId(),
        currency.getCurrencyCode(),
        country,
        locale,
        kind,
        TenantStatus.ACTIVE,
        TenantSettings.DEFAULT,
        null,
        null,
        createdBy,
        0);
  }

  /** The same business with another name, place or settings; its kind stays. */
  public TenantProfile edit(
      String newName,
      ZoneId newZone,
      Currency newCurrency,
      String newCountry,
      String newLocale,
      TenantSettings newSettings) {
    return new TenantProfile(
        id,
        newName,
        profileId,
        newZone.getId(),
        newCurrency.getCurrencyCode(),
        newCountry,
        newLocale,
        kind,
        status,
        newSettings,
        createdAt,
        updatedAt,
        createdBy,
        version);
  }

  public ZoneId zone() {
    return ZoneId.of(timezone);
  }

  public Currency money() {
    return Currency.getInstance(currency);
  }

  public boolean isTest() {
    return kind == TenantKind.TEST;
  }
}
