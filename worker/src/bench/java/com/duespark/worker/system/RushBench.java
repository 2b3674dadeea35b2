package com.duespark.worker.system;

import static org.awaitility.Awaitility.await;

import com.duespark.worker.system.Figures.Goal;
import java.time.Duration;
import java.time.Instant;

/**
 * Thousands of customers are to be reminded in the same minute of a business's day. Their workflows
 * wait on their timers, as on any day; the bench waits for the last mail.
 */
final class RushBench implements Chapter {

  /** {@code RUSH_CUSTOMERS=20000} for the hundred thousand. */
  private static final int CUSTOMERS =
      Integer.parseInt(System.getenv().getOrDefault("RUSH_CUSTOMERS", "2000"));

  private static final int INVOICES_EACH = 5;

  /** Else a business sends a thousand mails a day (RAT-06). */
  private static final String NO_CAP = "--duespark.quotas.emails=1000000";

  private static final Duration MOST = Duration.ofHours(3);

  @Override
  public String name() {
    return "rush";
  }

  @Override
  public Figures measure() throws Exception {
    try (Launched installation = Launched.started(name(), NO_CAP)) {
      Business business = Business.foundedOn(installation);
      Database database = installation.database();
      String first = business.draftDue(business.contact("rush@bench.example"), 0);
      business.send(first).require(200);
      Copies.ofCustomer(database, first, CUSTOMERS, INVOICES_EACH);

      Instant begun = Instant.now();
      installation.command("reconcile").requireSuccess();
      awaitPlans(database);
      Duration planning = Duration.between(begun, Instant.now());
      waitBefore(database, business);

      Meter.Series rush =
          new Meter(installation).measure(1, 1, only -> awaitMails(database, CUSTOMERS + 1));
      return figures(installation, database, planning, rush);
    }
  }

  private static Figures figures(
      Launched installation, Database database, Duration planning, Meter.Series rush) {
    int reminders = database.count("select count(*) from reminders where status = 'SENT'");
    double perHour = reminders * rush.perSecond() * 3_600;
    return new Figures()
        .add(
            "reminders, in messages",
            "%,d, %,d".formatted(reminders, database.count(sent("count(*)"))))
        .add(
            "workflows that `reconcile` starts, a second",
            number(CUSTOMERS * (INVOICES_EACH + 1), planning))
        .add("all sent after", "%,d s".formatted(rush.time().toSeconds()))
        .add("reminders an hour at this pace", perHour, "", Goal.atLeast(100_000))
        .add("lateness, p50", lateness(database, 0.5))
        .add("lateness, p99", lateness(database, 0.99))
        .add("doubled", Integer.toString(doubled(database)))
        .add(
            "processor time of a message",
            "program %s, Temporal %s, PostgreSQL %s, sandbox %s ms"
                .formatted(
                    ofOne(rush, "program"),
                    ofOne(rush, "temporal"),
                    ofOne(rush, "postgres"),
                    ofOne(rush, "sandbox")))
        .add(
            "memory at the end",
            "program %d, Temporal %d, PostgreSQL %d, sandbox %d MB"
                .formatted(
                    installation.program().resident(),
                    installation.child("temporal").resident(),
                    installation.child("postgres").memory(),
                    installation.child("sandbox").resident()));
  }

  /** Until a little before the slot; then the clock stands, and real time brings it. */
  private static void waitBefore(Database database, Business business) {
    Duration lead = Duration.ofSeconds(30 + CUSTOMERS / 15);
    Instant slot =
        Instant.ofEpochSecond(
            database.count("select extract(epoch from min(next_at))::bigint from cadences"));
    business.leaveFor(slot.minus(lead));
    await()
        .atMost(MOST)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> !business.now().isBefore(slot));
  }

  private static void awaitPlans(Database database) {
    await()
        .atMost(MOST)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () ->
                database.count(
                        "select count(*) from cadences where watched and changes = planned_changes")
                    > CUSTOMERS);
  }

  private static void awaitMails(Database database, int count) {
    await()
        .atMost(MOST)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> database.count(sent("count(*)")) >= count);
  }

  /** From the slot until the mail was accepted, both in the business's time. */
  private static String lateness(Database database, double share) {
    return database
            .ask(
                """
                select round(percentile_cont(%s) within group (
                  order by extract(epoch from d.sent_at - r.send_at))::numeric, 1)
                from deliveries d
                join lateral (select min(send_at) as send_at from reminders
                  where delivery_id = d.id) r on true
                where d.type = 'REMINDER' and d.status in ('SENT', 'DELIVERED')
                """
                    .formatted(share))
            .getFirst()
        + " s";
  }

  private static int doubled(Database database) {
    return database.count(
        """
        select count(*) from (select invoice_id, step_key from reminders
          where status in ('SENT', 'SENDING', 'UNKNOWN') group by 1, 2 having count(*) > 1) twice
        """);
  }

  private static String sent(String what) {
    return "select %s from deliveries where type = 'REMINDER' and status in ('SENT', 'DELIVERED')"
        .formatted(what);
  }

  private static String ofOne(Meter.Series rush, String process) {
    return Figures.number(rush.cpuOfOne(process) / (CUSTOMERS + 1));
  }

  private static String number(int count, Duration time) {
    return Figures.number(count * 1e3 / time.toMillis());
  }
}
