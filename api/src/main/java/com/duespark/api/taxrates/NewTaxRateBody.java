package com.duespark.api.taxrates;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

record NewTaxRateBody(
    @NotBlank
        @Pattern(
            regexp = "[A-Za-z0-9_-]{1,20}",
            message = "1 to 20 letters, digits, hyphens or underscores")
        String code,
    @NotBlank @Size(max = 200) String name,
    @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 4)
        BigDecimal percent,
    @Nullable Boolean isDefault) {}
