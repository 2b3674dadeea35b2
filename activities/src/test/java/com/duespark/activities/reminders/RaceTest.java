package com.duespark.activities.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.documents.mail.ReminderMail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Payments in the very moment of a reminder (BEY-07): no reminder is decided after the payment was
 * committed.
 *
 * <p>2,000 payments in a normal run; {@code -Drig.payments=20000} for the long form.
 */
@OfficeTest
class RaceTest {

  /** As many as one mail lists. */
  private static final int INVOICES = ReminderMail.MOST;

  /** In which the payments of a round come; the reminder is due in its middle. */
  private static final int MILLIS = 100;

  private final Random random = new Random(7);
  private final int payments = Integer.getInteger("rig.payments", 2_000);

  @Autowired Office office;

  @Test
  void noReminderIsDecidedAfterThePayment() throws InterruptedException {
    int reminded = 0;
    for (int round = 0; round < payments / INVOICES; round++) {
      var desk = office.open();
      var invoices = Stream.generate(() -> desk.issued("2037-03-02")).limit(INVOICES).toList();
      desk.until("2037-03-05T09:29").at("2037-03-05T09:30");

      var paid = race(desk, invoices);

      assertThat(paid).hasSize(INVOICES);
      var decided = desk.decided();
      decided.forEach(
          (invoice, at) -> assertThat(paid.get(invoice)).as("paid at").isAfterOrEqualTo(at));
      assertThat(desk.mails()).hasSize(decided.isEmpty() ? 0 : 1);
      reminded += decided.size();
    }
    // the rest was paid in time; how many that are depends on how busy the machine is
    assertThat(reminded).isBetween(payments / 20, payments * 19 / 20);
  }

  /** When each payment was committed, or a little later. */
  private Map<UUID, Instant> race(Office.Desk desk, List<UUID> invoices)
      throws InterruptedException {
    var paid = new ConcurrentHashMap<UUID, Instant>();
    var people = new ArrayList<Callable<Object>>();
    for (var invoice : invoices) {
      int millis = random.nextInt(MILLIS);
      people.add(
          () -> {
            Thread.sleep(millis);
            desk.pays(invoice);
            return paid.put(invoice, Instant.now());
          });
    }
    people.add(
        () -> {
          Thread.sleep(MILLIS / 2);
          return desk.touch();
        });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(people).forEach(Future::resultNow);
    }
    return paid;
  }
}
