package com.duespark.worker.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.duespark.worker.system.Book.Owing;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Temporal forgets everything. A business whose workflows are gone sends the next 30 days what it
 * sent in the life in which it kept them: the same book, lived twice from the same night on.
 *
 * <p>40 open invoices in a normal run; {@code -Drig.invoices=10000 -Drig.each=20} for the long
 * form.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwinIT {

  /** At half past ten at night, UTC, nobody's window is open, nor will it be for five hours. */
  private static final Duration NIGHT = Duration.ofHours(22).plusMinutes(30);

  private final Rig rig = Rig.running();
  private final Business business = Business.foundedOn(rig);
  private final Book book = new Book(rig, business);
  private final int invoices = Integer.getInteger("rig.invoices", 40);
  private final int each = Integer.getInteger("rig.each", 4);

  /** What the business sent, and how many mails the provider took for it in all. */
  private record Life(List<String> reminders, int mails) {}

  @Test
  void whatTemporalForgotIsSentAsIfItHadNot() throws InterruptedException {
    var today = business.now().truncatedTo(ChronoUnit.DAYS);
    business.travelTo(today.plus(Duration.ofDays(1)).plus(NIGHT));
    var customers = book.fill(invoices / each, each);
    book.awaitPlans();
    var end = today.plus(Duration.ofDays(33));

    rig.killEverything();
    rig.keepDatabase();
    rig.startAgain();
    var untouched = live(customers, end);

    rig.killEverything();
    rig.restoreDatabase();
    rig.forgetTemporal();
    rig.startAgain();
    await()
        .atMost(Book.PATIENCE)
        .pollInterval(Duration.ofSeconds(2)) // each look asks about every customer
        .until(() -> areTracked(customers));
    var again = live(customers, end);

    assertThat(again.reminders()).isEqualTo(untouched.reminders()).isNotEmpty();
    assertThat(again.mails()).isEqualTo(2 * untouched.mails()).isPositive();
  }

  private Life live(List<Owing> customers, Instant end) {
    business.logIn();
    business.travelTo(end);
    var reminders =
        customers.stream().flatMap(owing -> book.sent(owing).stream().sorted()).toList();
    return new Life(reminders, customers.stream().mapToInt(this::mails).sum());
  }

  private int mails(Owing owing) {
    return rig.sandbox().mailsAbout("contact_id", owing.contactId()).size();
  }

  private boolean areTracked(List<Owing> customers) {
    var ids = customers.stream().map(owing -> "cadence/" + owing.contactId()).toList();
    var runs = rig.temporal().runs(ids).values();
    return runs.size() == customers.size() && runs.stream().allMatch(Temporal.Run::isRunning);
  }
}
