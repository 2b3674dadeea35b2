package com.duespark.domain.invoices;

import com.duespark.domain.shared.Money;
import com.duespark.domain.shared.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an invoice adds up to (MON-04 to MON-08). Always computed here, never taken from a caller;
 * the same lines always give the same totals.
 *
 * @param lines the given lines with their amounts filled in
 * @param subtotal sum of the lines' nets
 * @param discountTotal what the invoice discount took off; line discounts are not part of it
 */
public record Totals(
    List<LineItem> lines,
    Money subtotal,
    Money discountTotal,
    List<TaxShare> taxes,
    Money taxTotal,
    Money total) {

  /** Most lines of one invoice (MON-12). */
  public static final int MAX_LINES = 200;

  /** Untaxed lines form a group of their own, first in every order. */
  private record Group(@Nullable String code, @Nullable String name, @Nullable BigDecimal percent) {
    static final Comparator<Group> ORDER =
        Comparator.comparing((Group group) -> group.code == null ? "" : group.code)
            .thenComparing(group -> group.percent == null ? BigDecimal.ZERO : group.percent);

    static Group of(LineItem line) {
      return new Group(line.taxCode(), line.taxName(), line.taxPercent());
    }
  }

  /**
   * Adds up an invoice.
   *
   * @throws Refused VALIDATION_ERROR naming the line or field that cannot be right
   */
  public static Totals of(List<LineItem> given, @Nullable Discount discount, Currency currency) {
    if (given.isEmpty() || given.size() > MAX_LINES) {
      throw Refused.invalid(
          "line_items", "LINE_COUNT", "An invoice has 1 to %d lines".formatted(MAX_LINES));
    }
    try {
      return add(given, discount, currency);
    } catch (ArithmeticException e) {
      throw tooLarge();
    }
  }

  private static Totals add(List<LineItem> given, @Nullable Discount discount, Currency currency) {
    var lines = new ArrayList<LineItem>(given.size());
    var nets = new TreeMap<Group, Long>(Group.ORDER);
    long subtotal = 0;
    for (int i = 0; i < given.size(); i++) {
      var line = given.get(i);
      long net = net(line, i, currency);
      lines.add(line.withAmount(net));
      nets.merge(Group.of(line), net, Math::addExact);
      subtotal = Math.addExact(subtotal, net);
    }
    var sum = new Money(subtotal, currency);
    var off = discountOn(sum, discount);
    var shares = off.allocate(nets.values().stream().mapToLong(Long::longValue).toArray());

    var taxes = new ArrayList<TaxShare>();
    long taxTotal = 0;
    int index = 0;
    for (var group : nets.entrySet()) {
      long base = group.getValue() - shares.get(index++).minor();
      var key = group.getKey();
      if (key.code() == null) {
        continue;
      }
      var percent = Objects.requireNonNull(key.percent());
      long tax =
          BigDecimal.valueOf(base)
              .multiply(percent)
              .movePointLeft(2)
              .setScale(0, RoundingMode.HALF_UP)
              .longValueExact();
      taxes.add(new TaxShare(key.code(), Objects.requireNonNull(key.name()), percent, base, tax));
      taxTotal = Math.addExact(taxTotal, tax);
    }
    var tax = new Money(taxTotal, currency);
    var total = sum.minus(off).plus(tax);
    if (total.minor() > Money.MAX_MINOR) {
      throw tooLarge();
    }
    return new Totals(List.copyOf(lines), sum, off, List.copyOf(taxes), tax, total);
  }

  private static long net(LineItem line, int index, Currency currency) {
    var gross = line.qty().multiply(line.rate());
    var discount = line.discount();
    var off = discount == null ? BigDecimal.ZERO : discount.of(gross);
    if (off.signum() < 0 || off.compareTo(gross) > 0) {
      throw Refused.invalid(
          "line_items[%d].discount".formatted(index),
          "DISCOUNT_TOO_LARGE",
          "The discount of line %d is more than its amount".formatted(index + 1));
    }
    return Money.rounded(gross.subtract(off), currency, RoundingMode.HALF_UP).minor();
  }

  private static Money discountOn(Money subtotal, @Nullable Discount discount) {
    if (discount == null) {
      return Money.zero(subtotal.currency());
    }
    var off = discount.rounded(subtotal);
    if (off.isNegative() || off.compareTo(subtotal) > 0) {
      throw Refused.invalid(
          "discount", "DISCOUNT_TOO_LARGE", "The discount is more than the subtotal");
    }
    return off;
  }

  private static Refused tooLarge() {
    return Refused.invalid(
        "line_items", "TOTAL_TOO_LARGE", "The total is above the limit of 10^12 minor units");
  }
}
