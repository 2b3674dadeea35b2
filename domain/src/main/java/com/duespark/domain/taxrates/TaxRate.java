package com.duespark.domain.taxrates;

import com.duespark.domain.shared.Ids;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A tax rate; prices exclude it.
 *
 * @param code unique in the business, for example {@code VAT16}; never changes
 * @param percent 0 to 100
 */
@Table("tax_rates")
public record TaxRate(
    @Id UUID id,
    UUID tenantId,
    String code,
    String name,
    BigDecimal percent,
    boolean isDefault,
    TaxRateStatus status,
    @ReadOnlyProperty @Nullable Instant createdAt,
    @ReadOnlyProperty @Nullable Instant updatedAt,
    @Nullable UUID createdBy,
    @Nullable Instant deletedAt,
    @Version int version) {

  public static TaxRate create(
      UUID tenantId,
      String code,
      String name,
      BigDecimal percent,
      boolean isDefault,
      @Nullable UUID createdBy) {
    return new TaxRate(
        Ids.next(),
        tenantId,
        code,
        name,
        percent,
        isDefault,
        TaxRateStatus.ACTIVE,
        null,
        null,
        createdBy,
        null,
        0);
  }

  /** An archived rate is never the default. */
  public TaxRate edit(
      String newName, BigDecimal newPercent, boolean newDefault, TaxRateStatus newStatus) {
    return new TaxRate(
        id,
        tenantId,
        code,
        newName,
        newPercent,
        newDefault && newStatus == TaxRateStatus.ACTIVE,
        newStatus,
        createdAt,
        updatedAt,
        createdBy,
        deletedAt,
        version);
  }

  public TaxRate archive() {
    return edit(name, percent, false, TaxRateStatus.ARCHIVED);
  }

  public TaxRate delete(Instant now) {
    return new TaxRate(
        id, tenantId, code, name, percent, false, status, createdAt, updatedAt, createdBy, now,
        version);
  }
}
