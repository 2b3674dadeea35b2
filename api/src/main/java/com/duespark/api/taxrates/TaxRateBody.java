package com.duespark.api.taxrates;

import com.duespark.domain.taxrates.TaxRate;
import com.duespark.domain.taxrates.TaxRateStatus;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/** What may be changed about a tax rate; its code stays. */
record TaxRateBody(
    @NotBlank @Size(max = 200) String name,
    @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 4)
        BigDecimal percent,
    boolean isDefault,
    @NotNull TaxRateStatus status) {

  static TaxRateBody of(TaxRate rate) {
    return new TaxRateBody(rate.name(), rate.percent(), rate.isDefault(), rate.status());
  }
}
