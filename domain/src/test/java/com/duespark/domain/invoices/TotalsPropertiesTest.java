package com.duespark.domain.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What is true of the totals of any invoice. */
class TotalsPropertiesTest {

  private record Case(List<LineItem> lines, @Nullable Discount discount, Currency currency) {}

  @Provide
  Arbitrary<Case> cases() {
    return Combinators.combine(
            line().list().ofMinSize(1).ofMaxSize(40),
            percent().injectNull(0.3),
            Arbitraries.of("USD", "JPY", "KWD", "KES").map(Currency::getInstance))
        .as(Case::new);
  }

  private static Arbitrary<Discount> percent() {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.ZERO, BigDecimal.valueOf(100))
        .ofScale(4)
        .map(value -> new Discount(Discount.Type.PERCENT, value));
  }

  private static Arbitrary<LineItem> line() {
    var qty =
        Arbitraries.bigDecimals()
            .between(new BigDecimal("0.0001"), BigDecimal.valueOf(1000))
            .ofScale(4);
    var rate =
        Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.valueOf(5000)).ofScale(6);
    var tax = Arbitraries.of("A 5", "B 16", "C 7.25", "D 0", "untaxed x");
    return Combinators.combine(qty, rate, tax, percent().injectNull(0.7))
        .as(
            (q, r, t, discount) -> {
              var parts = List.of(t.split(" "));
              boolean taxed = !t.startsWith("untaxed");
              return Lines.line(
                  q.toPlainString(),
                  r.toPlainString(),
                  taxed ? parts.getFirst() : null,
                  taxed ? parts.getLast() : null,
                  discount);
            });
  }

  @Property
  void theTotalIsTheSubtotalLessTheDiscountPlusTheTax(@ForAll("cases") Case given) {
    var totals = Totals.of(given.lines(), given.discount(), given.currency());

    assertThat(totals.total())
        .isEqualTo(totals.subtotal().minus(totals.discountTotal()).plus(totals.taxTotal()));
    assertThat(totals.discountTotal().compareTo(totals.subtotal())).isNotPositive();
    assertThat(totals.total().isNegative()).isFalse();
  }

  @Property
  void linesSharesAndBasesAddUp(@ForAll("cases") Case given) {
    var totals = Totals.of(given.lines(), given.discount(), given.currency());

    long lines = totals.lines().stream().mapToLong(LineItem::amountMinor).sum();
    long taxes = totals.taxes().stream().mapToLong(TaxShare::taxMinor).sum();
    long bases = totals.taxes().stream().mapToLong(TaxShare::baseMinor).sum();
    boolean allTaxed = given.lines().stream().allMatch(line -> line.taxCode() != null);
    long net = totals.subtotal().minus(totals.discountTotal()).minor();

    assertThat(lines).isEqualTo(totals.subtotal().minor());
    assertThat(taxes).isEqualTo(totals.taxTotal().minor());
    assertThat(bases).isLessThanOrEqualTo(net);
    assertThat(allTaxed && bases != net).isFalse();
    assertThat(totals.taxes()).allMatch(share -> share.baseMinor() >= 0);
  }

  @Property
  void theOrderOfTheLinesDoesNotMatter(@ForAll("cases") Case given, @ForAll Random random) {
    var shuffled = new ArrayList<>(given.lines());
    Collections.shuffle(shuffled, random);

    var one = Totals.of(given.lines(), given.discount(), given.currency());
    var other = Totals.of(shuffled, given.discount(), given.currency());

    assertThat(other).usingRecursiveComparison().ignoringFields("lines").isEqualTo(one);
  }

  @Property
  void noTotalIsAboveTheLimit(@ForAll("cases") Case given) {
    assertThat(Totals.of(given.lines(), given.discount(), given.currency()).total().minor())
        .isLessThanOrEqualTo(Money.MAX_MINOR);
  }
}
