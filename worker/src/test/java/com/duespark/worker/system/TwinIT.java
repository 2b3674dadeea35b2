package com.duespark.worker.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.duespark.worker.system.Book.Owing;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Temporal forgets everything. The business that lost its workflows sends the next 30 days what its
 * twin sends that kept them.
 *
 * <p>40 open invoices in a normal run; {@code -Drig.invoices=200} for the long form.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwinIT {

  private static final int EACH = 4;

  private final Rig rig = Rig.running();
  private final Business business = Business.foundedOn(rig);
  private final Business twin = Business.foundedOn(rig);
  private final int invoices = Integer.getInteger("rig.invoices", 40);

  @Test
  void whatTemporalForgotIsSentAsIfItHadNot() throws InterruptedException {
    var untouched = new Book(rig, twin);
    var theirs = untouched.fill(invoices / EACH, EACH);
    var forgotten = new Book(rig, business);
    var ours = forgotten.fill(invoices / EACH, EACH);
    untouched.awaitPlans();
    forgotten.awaitPlans();
    var end = twin.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(31));
    twin.travelTo(end);

    rig.killEverything();
    rig.forgetTemporal();
    rig.startAgain();
    business.logIn();
    await().atMost(Book.PATIENCE).until(() -> areTracked(ours));
    business.travelTo(end);

    assertThat(sent(forgotten, ours)).isEqualTo(sent(untouched, theirs)).isNotEmpty();
  }

  private boolean areTracked(List<Owing> customers) {
    var ids = customers.stream().map(owing -> "cadence/" + owing.contactId()).toList();
    var runs = rig.temporal().runs(ids).values();
    return runs.size() == customers.size() && runs.stream().allMatch(Temporal.Run::isRunning);
  }

  /** Customer by customer: step and local minute, without ids. */
  private static List<String> sent(Book book, List<Owing> customers) {
    return customers.stream()
        .flatMap(
            owing ->
                Stream.concat(
                    Stream.of(Integer.toString(customers.indexOf(owing))),
                    book.sent(owing).stream().map(row -> row.substring(37)).sorted()))
        .toList();
  }
}
