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

  /** In which the payments of a round come. */
  private static final int MILLIS = 100;

  /**
   * By so much the reminder comes earlier after a round in which most were paid, and later else.
   */
  private static final int STEP = 5;

  private final Random random = new Random(7);
  private final int payments = Integer.getInteger("rig.payments", 2_000);

  @Autowired Office office;

  @Test
  void noReminderIsDecidedAfterThePayment() throws InterruptedException {
    int reminded = 0;
    int due = MILLIS / 2; // a busy machine takes longer to decide, so the middle is aimed at
    for (int round = 0; round < payments / INVOICES; round++) {
      var desk = office.open();
      var invoices = Stream.generate(() -> desk.issued("2037-03-02")).limit(INVOICES).toList();
      desk.until("2037-03-05T09:29").at("2037-03-05T09:30");

      var paid = race(desk, invoices, due);

      assertThat(paid).hasSize(INVOICES);
      var decided = desk.decided();
      decided.forEach(
          (invoice, at) -> assertThat(paid.get(invoice)).as("paid at").isAfterOrEqualTo(at));
      assertThat(desk.mails()).hasSize(decided.isEmpty() ? 0 : 1);
      reminded += decided.size();
      due = Math.clamp(due + (decided.size() < INVOICES / 2 ? -STEP : STEP), 0, MILLIS);
    }
    // the rest was paid in time
    assertThat(reminded).isBetween(payments / 5, payments * 4 / 5);
  }

  /** When each payment was committed, or a little later. */
  private Map<UUID, Instant> race(Office.Desk desk, List<UUID> invoices, int due)
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
          Thread.sleep(due);
          return desk.touch();
        });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(people).forEach(Future::resultNow);
    }
    return paid;
  }
}
