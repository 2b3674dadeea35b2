package com.duespark.documents.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class WordsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 7);
  private static final Currency KES = Currency.getInstance("KES");

  @Test
  void amountsCarryTheDigitsOfTheirCurrency() {
    assertThat(Words.money(Money.of(14_882_000, "KES"))).isEqualTo("KES 148,820.00");
    assertThat(Words.figure(Money.of(14_882_000, "KES"))).isEqualTo("148,820.00");
    assertThat(Words.money(Money.of(125_000, "JPY"))).isEqualTo("JPY 125,000");
    assertThat(Words.money(Money.of(1_234_567, "KWD"))).isEqualTo("KWD 1,234.567");
    assertThat(Words.figure(Money.of(-1050, "KES"))).isEqualTo("−10.50");
    assertThat(Words.figure(Money.of(100_000_000_000_000_000L, "KES")))
        .isEqualTo("1,000,000,000,000,000.00");
  }

  @Test
  void datesAreWrittenTheEnglishWay() {
    assertThat(Words.date(DAY)).isEqualTo("7 November 2026");
    assertThat(Words.shortDate(DAY)).isEqualTo("7 Nov 2026");
    assertThat(Words.shortDate(LocalDate.of(2026, 9, 1))).isEqualTo("1 Sep 2026");
    assertThat(Words.weekday(DAY)).isEqualTo("Saturday 7 November 2026");
  }

  @Test
  void quantitiesAndRatesShowOnlyTheDigitsTheyNeed() {
    assertThat(Words.quantity(new BigDecimal("1.500"))).isEqualTo("1.5");
    assertThat(Words.quantity(new BigDecimal("1E+2"))).isEqualTo("100");
    assertThat(Words.quantity(new BigDecimal("0.000"))).isEqualTo("0");
    assertThat(Words.rate(new BigDecimal("12500"), KES)).isEqualTo("12,500.00");
    assertThat(Words.rate(new BigDecimal("0.012500"), KES)).isEqualTo("0.0125");
    assertThat(Words.rate(new BigDecimal("1200"), Currency.getInstance("JPY"))).isEqualTo("1,200");
    assertThat(Words.percent(new BigDecimal("16.00"))).isEqualTo("16 %");
    assertThat(Words.percent(new BigDecimal("7.5"))).isEqualTo("7.5 %");
  }

  @Test
  void initialsAreOneOrTwoLetters() {
    assertThat(Words.initials("Lantana Row Studio")).isEqualTo("LR");
    assertThat(Words.initials("savanna")).isEqualTo("S");
    assertThat(Words.initials("  “Élan” & Söhne ")).isEqualTo("ÉS");
    assertThat(Words.initials("!!")).isEqualTo("·");
  }
}
