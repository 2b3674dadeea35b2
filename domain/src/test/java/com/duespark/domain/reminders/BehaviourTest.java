package com.duespark.domain.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.reminders.PaymentHistory.Paid;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What payments tell about a customer (REM-24, REM-62). */
class BehaviourTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

  @Test
  void isUnknownWithTwoPayments() {
    assertThat(Behaviour.asOf(DAY, own(paid(1, 15), paid(2, 15)))).isEqualTo(Behaviour.UNKNOWN);
  }

  @Test
  void isTheCustomersOwnWithThree() {
    var behaviour = Behaviour.asOf(DAY, own(paid(1, 15), paid(2, 15), paid(3, 15)));

    assertThat(behaviour.own()).isTrue();
    assertThat(behaviour.payments()).isEqualTo(3);
    assertThat(behaviour.hour()).isEqualTo(15);
  }

  @Test
  void isThatOfTheBusinessWithTen() {
    var ten = IntStream.range(1, 11).mapToObj(day -> paid(day, 11)).toList();

    assertThat(Behaviour.asOf(DAY, new PaymentHistory(List.of(), ten)).own()).isFalse();
    assertThat(Behaviour.asOf(DAY, new PaymentHistory(List.of(), ten.subList(0, 9))))
        .isEqualTo(Behaviour.UNKNOWN);
  }

  @Test
  void countsThe365DaysBeforeTheDayAndNotTheDayItself() {
    var first = DAY.minusDays(365);
    var three =
        own(
            paidOn(first, 0),
            paidOn(DAY.minusDays(1), 23),
            paidOn(DAY.minusDays(2), 0),
            paidOn(first.minusDays(1), 23),
            paidOn(DAY, 0));

    assertThat(Behaviour.asOf(DAY, three).payments()).isEqualTo(3);
  }

  @Test
  void averagesDaysFromTheDueDay() {
    var behaviour = Behaviour.asOf(DAY, own(late(1, 3), late(2, 4), late(3, 3), late(4, 4)));

    assertThat(behaviour.isLate()).isTrue();
    assertThat(behaviour.daysEarlier()).isEqualTo(4); // 3.5
  }

  @Test
  void goesNoMoreThanFiveDaysEarlier() {
    assertThat(Behaviour.asOf(DAY, own(late(1, 60), late(2, 60), late(3, 60))).daysEarlier())
        .isEqualTo(5);
  }

  @Test
  void isNeitherLateNorInTimeBetweenOneAndThreeDays() {
    var behaviour = Behaviour.asOf(DAY, own(late(1, 3), late(2, 3), late(3, 3)));

    assertThat(behaviour.isLate()).isFalse();
    assertThat(behaviour.isOnTime()).isFalse();
  }

  @Test
  void isInTimeOnTheDueDay() {
    assertThat(Behaviour.asOf(DAY, own(late(1, -2), late(2, 0), late(3, 2))).isOnTime()).isTrue();
    assertThat(Behaviour.UNKNOWN.isOnTime()).isFalse();
  }

  @Test
  void hasAWeekdayFromFortyPercentOn() {
    var thursdays = List.of(paidOn(DAY.minusDays(7), 9), paidOn(DAY.minusDays(14), 9));
    var others =
        List.of(
            paidOn(DAY.minusDays(1), 9), paidOn(DAY.minusDays(2), 9), paidOn(DAY.minusDays(3), 9));

    assertThat(weekday(thursdays, others)).isEqualTo(DayOfWeek.THURSDAY);
    assertThat(weekday(thursdays, and(others, paidOn(DAY.minusDays(5), 9)))).isNull();
  }

  private static List<Paid> and(List<Paid> payments, Paid another) {
    return Stream.concat(payments.stream(), Stream.of(another)).toList();
  }

  private static @Nullable DayOfWeek weekday(List<Paid> some, List<Paid> others) {
    var all = Stream.concat(some.stream(), others.stream()).toList();
    return Behaviour.asOf(DAY, new PaymentHistory(all, List.of())).weekday();
  }

  @Test
  void hasNoHourFromPaymentsThatAPersonRecorded() {
    var recorded =
        own(recorded(DAY.minusDays(1)), recorded(DAY.minusDays(2)), recorded(DAY.minusDays(3)));

    assertThat(Behaviour.asOf(DAY, recorded).hour()).isNull();
    assertThat(Behaviour.asOf(DAY, recorded).slot()).isNull();
  }

  @Test
  void writesAnHourBeforeTheUsualOneAndNeverTheDayBefore() {
    assertThat(Behaviour.asOf(DAY, own(paid(1, 15), paid(2, 15), paid(3, 9))).slot())
        .isEqualTo(LocalTime.of(14, 0));
    assertThat(Behaviour.asOf(DAY, own(paid(1, 0), paid(2, 0), paid(3, 9))).slot())
        .isEqualTo(LocalTime.MIDNIGHT);
  }

  @Test
  void doesNotDependOnTheOrderOfThePayments() {
    var payments = new ArrayList<>(List.of(paid(1, 9), paid(2, 11), paid(8, 9), late(9, 5)));
    var behaviour = Behaviour.asOf(DAY, new PaymentHistory(payments, List.of()));

    Collections.reverse(payments);

    assertThat(Behaviour.asOf(DAY, new PaymentHistory(payments, List.of()))).isEqualTo(behaviour);
  }

  private static PaymentHistory own(Paid... payments) {
    return new PaymentHistory(List.of(payments), List.of());
  }

  private static Paid paid(int daysBefore, int hour) {
    return paidOn(DAY.minusDays(daysBefore), hour);
  }

  private static Paid paidOn(LocalDate day, int hour) {
    return new Paid(day.minusDays(1), day.atTime(hour, 59), true);
  }

  private static Paid late(int daysBefore, int days) {
    var day = DAY.minusDays(daysBefore);
    return new Paid(day.minusDays(days), day.atTime(12, 0), true);
  }

  private static Paid recorded(LocalDate day) {
    return new Paid(day, LocalDateTime.of(day, LocalTime.MIDNIGHT), false);
  }
}
