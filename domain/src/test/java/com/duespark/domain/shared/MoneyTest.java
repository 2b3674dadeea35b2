package com.duespark.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

  private static final Currency USD = Currency.getInstance("USD");

  @ParameterizedTest
  @CsvSource({
    "USD, 1250, 125000, 1250.00",
    "USD, 0.10, 10, 0.10",
    "KES, -3.5, -350, -3.50",
    "JPY, 1250, 1250, 1250",
    "JPY, 1.25E+3, 1250, 1250",
    "UGX, 5000, 5000, 5000",
    "KWD, 1.234, 1234, 1.234"
  })
  void aCurrencyHasItsOwnDigits(String currency, BigDecimal major, long minor, String printed) {
    var money = Money.parse(major, Currency.getInstance(currency));

    assertThat(money.minor()).isEqualTo(minor);
    assertThat(money.toPlainString()).isEqualTo(printed);
    assertThat(money).hasToString(currency + " " + printed);
  }

  @ParameterizedTest
  @CsvSource({"USD, 0.001", "JPY, 0.5", "KWD, 1.2345", "USD, 92233720368547758.08"})
  void anAmountThatDoesNotFitIsRefused(String currency, BigDecimal major) {
    assertThatThrownBy(() -> Money.parse(major, Currency.getInstance(currency)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void theRoundingIsTheNamedOne() {
    var half = new BigDecimal("0.005");

    assertThat(Money.rounded(half, USD, RoundingMode.HALF_UP).minor()).isEqualTo(1);
    assertThat(Money.rounded(half, USD, RoundingMode.HALF_EVEN).minor()).isZero();
  }

  @Test
  void currenciesAreNeverMixed() {
    var dollars = Money.of(100, "USD");
    var shillings = Money.of(100, "KES");

    assertThatIllegalArgumentException().isThrownBy(() -> dollars.plus(shillings));
    assertThatIllegalArgumentException().isThrownBy(() -> dollars.minus(shillings));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> dollars.compareTo(shillings))
        .withMessageContaining("USD")
        .withMessageContaining("KES");
    assertThat(dollars).isNotEqualTo(shillings);
  }

  @Test
  void anOverflowIsNeverSilent() {
    var most = Money.of(Long.MAX_VALUE, "USD");

    assertThatThrownBy(() -> most.plus(Money.of(1, "USD"))).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Money.of(Long.MIN_VALUE, "USD").minus(Money.of(1, "USD")))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void theLargestRemainderGetsTheLastCentAndTiesGoToTheEarlier() {
    assertThat(minors(Money.of(100, "USD").allocate(1, 1, 1))).containsExactly(34L, 33L, 33L);
    assertThat(minors(Money.of(5, "USD").allocate(3, 7))).containsExactly(2L, 3L);
    assertThat(minors(Money.of(10, "USD").allocate(1, 6, 4))).containsExactly(1L, 5L, 4L);
    assertThat(minors(Money.of(-100, "USD").allocate(1, 1, 1))).containsExactly(-34L, -33L, -33L);
    assertThat(minors(Money.of(0, "USD").allocate(0, 0))).containsExactly(0L, 0L);
  }

  @Test
  void nothingIsSharedOverNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> Money.of(1, "USD").allocate(0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> Money.of(1, "USD").allocate(2, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> Money.of(1, "USD").allocate());
  }

  @Property
  void theSharesAddUpAndNoneIsAUnitAwayFromItsDue(
      @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long minor,
      @ForAll @Size(min = 1, max = 30) List<@LongRange(min = 0, max = 1_000_000_000L) Long> given) {
    long[] weights = given.stream().mapToLong(Long::longValue).toArray();
    weights[0]++;
    var sum = BigDecimal.valueOf(LongStream.of(weights).sum());

    var parts = Money.of(minor, "USD").allocate(weights);

    assertThat(parts.stream().mapToLong(Money::minor).sum()).isEqualTo(minor);
    for (int i = 0; i < weights.length; i++) {
      var due = BigDecimal.valueOf(minor).multiply(BigDecimal.valueOf(weights[i]));
      var error = BigDecimal.valueOf(parts.get(i).minor()).multiply(sum).subtract(due).abs();
      assertThat(error).isLessThan(sum);
      assertThat(weights[i] == 0 && !parts.get(i).isZero()).isFalse();
    }
  }

  @Property
  void whatIsPrintedIsReadBack(@ForAll long minor) {
    for (var code : List.of("USD", "JPY", "KWD", "UGX")) {
      var money = Money.of(minor, code);

      assertThat(Money.parse(new BigDecimal(money.toPlainString()), money.currency()))
          .isEqualTo(money);
    }
  }

  private static List<Long> minors(List<Money> parts) {
    return parts.stream().map(Money::minor).toList();
  }
}
