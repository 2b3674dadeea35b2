package com.duespark.domain.reminders;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.duespark.domain.reminders.PaymentHistory.Paid;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a customer usually pays (REM-24, REM-62): a pure function of what was paid in the 365 days
 * before a day.
 *
 * @param payments how many invoices it is drawn from, 0 when nothing is known
 * @param daysLate days after the due day, all invoices together; negative = before
 * @param weekday the one of at least 40 % of the payments, null when there is none
 * @param hour the most frequent one among those a provider reported, null when there are none
 * @param own whether it is the customer's own, or that of the whole business's customers
 */
public record Behaviour(
    int payments, long daysLate, @Nullable DayOfWeek weekday, @Nullable Integer hour, boolean own) {

  static final Behaviour UNKNOWN = new Behaviour(0, 0, null, null, true);

  private static final int DAYS = 365;
  private static final int SHARE_PERCENT = 40;
  private static final int LATE_DAYS = 3;
  private static final int MOST_DAYS_EARLIER = 5;

  /** As it is known at the start of a day. */
  public static Behaviour asOf(LocalDate day, PaymentHistory history) {
    var own = before(day, history.own());
    if (own.size() >= PaymentHistory.ENOUGH_OWN) {
      return of(own, true);
    }
    var business = before(day, history.business());
    return business.size() >= PaymentHistory.ENOUGH_OF_BUSINESS ? of(business, false) : UNKNOWN;
  }

  private static List<Paid> before(LocalDate day, List<Paid> payments) {
    var first = day.minusDays(DAYS);
    return payments.stream()
        .filter(
            paid -> {
              var on = paid.at().toLocalDate();
              return on.isBefore(day) && !on.isBefore(first);
            })
        .toList();
  }

  private static Behaviour of(List<Paid> payments, boolean own) {
    long late =
        payments.stream()
            .mapToLong(paid -> ChronoUnit.DAYS.between(paid.dueOn(), paid.at().toLocalDate()))
            .sum();
    var weekday = mostFrequent(payments, paid -> paid.at().getDayOfWeek());
    boolean usual =
        weekday != null && weekday.getValue() * 100 >= (long) SHARE_PERCENT * payments.size();
    var hour =
        mostFrequent(
            payments.stream().filter(Paid::reported).toList(), paid -> paid.at().getHour());
    return new Behaviour(
        payments.size(),
        late,
        weekday != null && usual ? weekday.getKey() : null,
        hour == null ? null : hour.getKey(),
        own);
  }

  /** Of equally frequent ones the first. */
  private static <K extends Comparable<K>> Map.@Nullable Entry<K, Long> mostFrequent(
      List<Paid> payments, Function<Paid, K> what) {
    Map.Entry<K, Long> most = null;
    for (var one :
        payments.stream().collect(groupingBy(what, TreeMap::new, counting())).entrySet()) {
      if (most == null || one.getValue() > most.getValue()) {
        most = one;
      }
    }
    return most;
  }

  /** On average more than 3 days late. */
  boolean isLate() {
    return daysLate > (long) LATE_DAYS * payments;
  }

  /** On average on the due day or before it. */
  boolean isOnTime() {
    return payments > 0 && daysLate <= 0;
  }

  /** How much earlier a late payer is written to; the average rounded half up, at most 5. */
  int daysEarlier() {
    return (int) Math.min(averageRounded(), MOST_DAYS_EARLIER);
  }

  /** Rounded half up; of a late payer only. */
  long averageRounded() {
    return Math.floorDiv(2 * daysLate + payments, 2L * payments);
  }

  /** An hour before the usual one, null when nothing is known; it may lie outside the window. */
  @Nullable LocalTime slot() {
    return hour == null ? null : LocalTime.of(Math.max(hour - 1, 0), 0);
  }

  /** Who pays like this, as the start of a sentence. */
  String who() {
    return own ? "The customer" : "A customer of this business";
  }
}
