package com.duespark.domain.invoices;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line as it is stored (MON-03). Name and percent of the tax are copied when the draft is
 * saved, so a later change of the rate leaves the document alone (MON-10).
 *
 * @param qty above zero, at most 4 decimals
 * @param rate major units, zero or more, at most 6 decimals
 * @param taxCode null = untaxed; then name and percent are null too
 * @param amountMinor the computed net in minor units (MON-04)
 */
public record LineItem(
    UUID id,
    String name,
    @Nullable String description,
    BigDecimal qty,
    @Nullable String unit,
    BigDecimal rate,
    @Nullable String taxCode,
    @Nullable String taxName,
    @Nullable BigDecimal taxPercent,
    @Nullable Discount discount,
    long amountMinor) {

  LineItem withAmount(long minor) {
    return new LineItem(
        id, name, description, qty, unit, rate, taxCode, taxName, taxPercent, discount, minor);
  }
}
