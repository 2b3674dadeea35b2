package com.duespark.api.invoices;

import com.duespark.domain.invoices.Discount;
import com.duespark.domain.invoices.LineItem;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line as a caller writes it (MON-03).
 *
 * @param qty 1 when absent
 * @param taxCode a code of the tenant's rates; null = untaxed
 * @param amount read-only: when given it must be what the server computes (MON-09)
 */
record LineBody(
    @Nullable UUID id,
    @NotBlank @Size(max = 200) String name,
    @Nullable @Size(max = 10_000) String description,
    @Nullable @DecimalMin(value = "0", inclusive = false) @Digits(integer = 10, fraction = 4)
        BigDecimal qty,
    @Nullable @Size(max = 50) String unit,
    @NotNull @DecimalMin("0") @Digits(integer = 12, fraction = 6) BigDecimal rate,
    @Nullable @Size(max = 20) String taxCode,
    @Nullable DiscountBody discount,
    @Nullable BigDecimal amount) {

  /**
   * What is taken off.
   *
   * @param value percent 0 to 100, or major units
   */
  @Schema(name = "Discount")
  record DiscountBody(
      @NotNull Discount.Type type,
      @NotNull @DecimalMin("0") @DecimalMax("1000000000000") @Digits(integer = 13, fraction = 4)
          BigDecimal value) {

    static @Nullable Discount read(@Nullable DiscountBody body) {
      return body == null ? null : new Discount(body.type(), body.value());
    }

    static @Nullable DiscountBody of(@Nullable Discount discount) {
      return discount == null ? null : new DiscountBody(discount.type(), discount.value());
    }
  }

  BigDecimal quantity() {
    return qty == null ? BigDecimal.ONE : qty;
  }

  static LineBody of(LineItem line) {
    return new LineBody(
        line.id(),
        line.name(),
        line.description(),
        line.qty(),
        line.unit(),
        line.rate(),
        line.taxCode(),
        DiscountBody.of(line.discount()),
        null);
  }
}
