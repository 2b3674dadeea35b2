package com.duespark.domain.invoices;

import static com.duespark.domain.invoices.Lines.USD;
import static com.duespark.domain.invoices.Lines.amount;
import static com.duespark.domain.invoices.Lines.line;
import static com.duespark.domain.invoices.Lines.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Money;
import com.duespark.domain.shared.Refused;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotalsTest {

  private static Totals of(@Nullable Discount discount, LineItem... lines) {
    return Totals.of(List.of(lines), discount, USD);
  }

  private static void addsUpTo(
      Totals totals, String subtotal, String discount, String tax, String total) {
    assertThat(totals)
        .extracting(
            it -> it.subtotal().toPlainString(),
            it -> it.discountTotal().toPlainString(),
            it -> it.taxTotal().toPlainString(),
            it -> it.total().toPlainString())
        .containsExactly(subtotal, discount, tax, total);
  }

  private static Refused refusal(@Nullable Discount discount, LineItem... lines) {
    return catchThrowableOfType(Refused.class, () -> of(discount, lines));
  }

  // ------------------------------------------------------------------ MON-13

  @Test
  void threeTimesFifteenThousandShillingsAtSixteenPercent() {
    var totals =
        Totals.of(List.of(line("3", "15000.00", "VAT16", "16")), null, Currency.getInstance("KES"));

    addsUpTo(totals, "45000.00", "0.00", "7200.00", "52200.00");
  }

  @Test
  void threeLinesOfAThirdRoundBeforeTheyAreSummed() {
    var third = line("1", "0.333", "T", "10");

    addsUpTo(of(null, third, third, third), "0.99", "0.00", "0.10", "1.09");
  }

  @Test
  void anInvoiceDiscountIsSharedOverTheTaxRates() {
    var totals = of(percent("10"), line("1", "10.00", "T", "10"), line("1", "20.00", null, null));

    addsUpTo(totals, "30.00", "3.00", "0.90", "27.90");
    assertThat(totals.taxes()).extracting(TaxShare::baseMinor).containsExactly(900L);
  }

  // ------------------------------------------------------------------ MON-04 to MON-07

  @ParameterizedTest
  @CsvSource({
    "1, 0.005, 1",
    "1, 0.004999, 0",
    "3, 0.333, 100",
    "0.5, 0.01, 1",
    "0.25, 0.01, 0",
    "1.5, 19.99, 2999",
    "0.0001, 100, 1",
    "1, 0, 0"
  })
  void aLineRoundsHalfUp(String qty, String rate, long minor) {
    assertThat(of(null, line(qty, rate, null, null)).lines().getFirst().amountMinor())
        .isEqualTo(minor);
  }

  @ParameterizedTest
  @CsvSource({"PERCENT, 10, 8996", "PERCENT, 100, 0", "AMOUNT, 0.004, 9995", "AMOUNT, 99.95, 0"})
  void aLineDiscountIsTakenBeforeTheLineRounds(Discount.Type type, String value, long minor) {
    var discount = new Discount(type, new BigDecimal(value));

    var totals = of(null, line("1", "99.95", null, null, discount));

    assertThat(totals.subtotal().minor()).isEqualTo(minor);
    assertThat(totals.discountTotal().isZero()).as("not the invoice's discount").isTrue();
  }

  @Test
  void theOddCentGoesToTheLargestRemainderAndTiesToTheUntaxed() {
    var totals =
        of(
            amount("0.01"),
            line("1", "1.00", "B", "10"),
            line("1", "1.00", "A", "10"),
            line("1", "1.00", null, null));

    assertThat(totals.taxes())
        .extracting(TaxShare::taxCode, TaxShare::baseMinor)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("A", 100L),
            org.assertj.core.groups.Tuple.tuple("B", 100L));
    assertThat(totals.total().minor()).isEqualTo(319);
  }

  @Test
  void taxIsRoundedOncePerRateNotPerLine() {
    var line = line("1", "0.03", "T", "16");

    var totals = of(null, Collections.nCopies(10, line).toArray(LineItem[]::new));

    assertThat(totals.taxTotal().minor()).isEqualTo(5);
    assertThat(totals.taxes()).hasSize(1);
  }

  @Test
  void oneCodeWithTwoPercentsIsTwoShares() {
    var totals = of(null, line("1", "10", "T", "8"), line("1", "10", "T", "16"));

    assertThat(totals.taxes()).extracting(TaxShare::taxMinor).containsExactly(80L, 160L);
  }

  @Test
  void percentsThatAreEqualInValueAreOneRate() {
    var totals = of(null, line("1", "10", "T", "16"), line("1", "10", "T", "16.0000"));

    assertThat(totals.taxes()).extracting(TaxShare::taxMinor).containsExactly(320L);
  }

  @Test
  void aCurrencyWithoutCentsAndOneWithThreeDigitsKeepTheirOwn() {
    var yen = Totals.of(List.of(line("3", "33.5", "T", "10")), null, Currency.getInstance("JPY"));
    var dinar =
        Totals.of(List.of(line("1", "1.2345", "T", "5")), null, Currency.getInstance("KWD"));

    addsUpTo(yen, "101", "0", "10", "111");
    addsUpTo(dinar, "1.235", "0.000", "0.062", "1.297");
  }

  // ------------------------------------------------------------------ refusals

  @Test
  void aDiscountAboveWhatItIsTakenFromIsRefusedByName() {
    var onLine = refusal(null, line("1", "1", null, null), line("1", "1", null, null, amount("2")));
    var onInvoice = refusal(amount("1.01"), line("1", "1", null, null));
    var percent = refusal(percent("101"), line("1", "1", null, null));
    var negative = refusal(amount("-1"), line("1", "1", null, null));

    assertThat(onLine.details().getFirst().field()).isEqualTo("line_items[1].discount");
    assertThat(onLine).hasMessage("The discount of line 2 is more than its amount");
    assertThat(List.of(onInvoice, percent, negative))
        .allSatisfy(
            refused -> {
              assertThat(refused.reason()).isEqualTo("DISCOUNT_TOO_LARGE");
              assertThat(refused.details().getFirst().field()).isEqualTo("discount");
            });
  }

  @Test
  void anInvoiceHasOneToTwoHundredLines() {
    var line = line("1", "1", null, null);

    assertThat(refusal(null).reason()).isEqualTo("LINE_COUNT");
    assertThat(refusal(null, Collections.nCopies(201, line).toArray(LineItem[]::new)))
        .hasMessageContaining("1 to 200");
    assertThat(Totals.of(Collections.nCopies(200, line), null, USD).total().minor())
        .isEqualTo(20_000);
  }

  @ParameterizedTest
  @CsvSource({"10000000000.01", "99999999999999999999", "1E+60"})
  void aTotalAboveTheLimitIsRefusedInWordsAndNotByOverflow(String rate) {
    var refused = refusal(null, line("1", rate, null, null));

    assertThat(refused.code()).isEqualTo(ErrorCode.VALIDATION_ERROR);
    assertThat(refused.reason()).isEqualTo("TOTAL_TOO_LARGE");
    assertThat(of(null, line("1", "10000000000.00", null, null)).total().minor())
        .isEqualTo(Money.MAX_MINOR);
  }
}
