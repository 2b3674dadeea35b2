package com.duespark.domain.reminders;

import static com.duespark.domain.reminders.Facts.invoice;
import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.reminders.Facts.Invoice;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A customer's leap year (WFS-05): summer time in New York from 12 March to 5 November 2028, two
 * months in Nairobi, Independence Day and Thanksgiving. Carried out, not only planned.
 */
class PlanYearTest {

  private static final int TURNS = 100;

  private final Facts newYork = Facts.newYork();
  private final Facts nairobi = Facts.nairobi();
  private final Rehearsal year =
      new Rehearsal(newYork.customer(), Instant.parse("2028-01-01T05:00:00Z"));

  @Test
  void isRemindedAtTheRightMoments() {
    owes("2028-01-27 10:00", newYork, invoice("A").due("2028-02-26"));
    owes("2028-02-09 10:00", newYork, invoice("B").due("2028-03-09"));
    paid("2028-03-03 12:00", newYork, "A");
    paid("2028-03-24 12:00", newYork, "B");
    owes("2028-06-01 10:00", newYork, invoice("C").due("2028-07-01"));
    lives("2028-07-11 10:00", nairobi);
    paid("2028-07-20 12:00", nairobi, "C");
    lives("2028-09-01 10:00", newYork);
    owes("2028-09-30 10:00", newYork, invoice("D").due("2028-10-30"));
    owes("2028-10-20 10:00", newYork, invoice("E").due("2028-11-20"));
    paid("2028-11-25 12:00", newYork, "E");
    until("2028-12-31 12:00", newYork);

    assertThat(year.sent())
        .extracting(PlanYearTest::line)
        .containsExactly(
            "A PRE_3 2028-02-23T14:30:00Z", // Sat 26 - 3 = Wed; 5 h behind
            "A REMINDER_1 2028-02-29T14:30:00Z", // 26 + 3 = Tue 29 February
            "B PRE_3 2028-03-06T14:30:00Z", // Thu 9 - 3 = Mon
            "B REMINDER_1 2028-03-13T13:30:00Z", // 9 + 3 = Sun 12: Mon; now 4 h behind
            "B REMINDER_2 2028-03-16T13:30:00Z", // 9 + 7 = Thu
            "B FINAL 2028-03-23T13:30:00Z", // 9 + 14 = Thu
            "C PRE_3 2028-06-28T13:30:00Z", // Sat 1 July - 3 = Wed
            "C REMINDER_1 2028-07-05T13:30:00Z", // 1 + 3 = Tue 4, Independence Day: Wed
            "C REMINDER_2 2028-07-10T13:30:00Z", // 1 + 7 = Sat 8: Mon
            "C FINAL 2028-07-17T06:30:00Z", // 1 + 14 = Sat 15: Mon, 09:30 in Nairobi
            "D PRE_3 2028-10-27T13:30:00Z", // Mon 30 - 3 = Fri
            "D REMINDER_1 2028-11-02T13:30:00Z", // 30 + 3 - 31 = Thu 2
            "D REMINDER_2 2028-11-06T14:30:00Z", // 30 + 7 - 31 = Mon 6; 5 h behind since Sunday
            "D FINAL 2028-11-13T14:30:00Z", // 30 + 14 - 31 = Mon 13
            "E PRE_3 2028-11-17T14:30:00Z", // Mon 20 - 3 = Fri
            "E REMINDER_1 2028-11-24T14:30:00Z"); // 20 + 3 = Thu 23, Thanksgiving: Fri
    assertThat(year.sent()).allMatch(sent -> sent.channel() == Channel.EMAIL);
    assertThat(year.customer().invoices())
        .singleElement()
        .extracting(Customer.Open::stage)
        .isEqualTo(Stage.COLLECTIONS); // D, since Mon 13 + 14 = Mon 27 November
  }

  private static String line(Rehearsal.Sent sent) {
    var number =
        Stream.of("A", "B", "C", "D", "E")
            .filter(one -> Facts.idOf(one).equals(sent.invoice()))
            .findFirst()
            .orElseThrow();
    return "%s %s %s".formatted(number, sent.step().key(), sent.at());
  }

  private void owes(String moment, Facts place, Invoice invoice) {
    until(moment, place);
    var open = place.open(invoice.sent(moment));
    year.change(
        customer ->
            customer.withInvoices(
                Stream.concat(customer.invoices().stream(), Stream.of(open)).toList()));
  }

  private void paid(String moment, Facts place, String number) {
    until(moment, place);
    year.change(
        customer ->
            customer.withInvoices(
                customer.invoices().stream()
                    .filter(open -> !open.number().equals(number))
                    .toList()));
  }

  private void lives(String moment, Facts place) {
    until(moment, place);
    year.change(customer -> customer.withHours(place.hours()));
  }

  private void until(String moment, Facts place) {
    year.runUntil(place.at(moment), TURNS);
    year.wakeUpAt(place.at(moment));
  }
}
