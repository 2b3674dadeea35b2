package com.duespark.worker.system;

import com.duespark.worker.system.Figures.Goal;
import java.util.List;

/** What a paid invoice costs in Temporal: all its workflows, all their runs. */
final class HistoryBench implements Chapter {
  private static final int REMINDERS = 3;
  private static final int TOGETHER = 5;

  /**
   * What the test clock adds for each of them: it tells the cadence that the day has come, where a
   * real day lets the timer ring. A signal, the workflow task it wakes, and a look at the plan.
   */
  private static final Usage JUMP = new Usage(7, 0, 0, 1, 0, 1, 0, 0);

  /**
   * What a payer on the way to the card page adds: an update (accepted and completed), a workflow
   * task before and after, and an activity.
   */
  private static final Usage CARD_PAGE = new Usage(11, 0, 1, 0, 0, 1, 0, 0);

  @Override
  public String name() {
    return "history";
  }

  @Override
  public Figures measure() throws Exception {
    try (Launched installation = Launched.started(name());
        Workbench temporal = new Workbench(installation.temporalAddress())) {
      Business business = Business.foundedOn(installation);
      Lifecycle lifecycle = new Lifecycle(installation, temporal);
      String plainContact = business.contact("plain@bench.example");
      Usage plain = lifecycle.usage(List.of(lifecycle.paid(business, plainContact)), plainContact);
      String contact = business.contact("chased@bench.example");
      String invoice = lifecycle.chasedAndPaid(business, contact);
      requireReminded(installation.database(), contact);
      Usage chased = lifecycle.usage(List.of(invoice), contact);
      Usage real = chased.minus(JUMP.times(REMINDERS));
      Usage direct = real.minus(CARD_PAGE);
      String regular = business.contact("regular@bench.example");
      Usage together =
          lifecycle.usage(lifecycle.chasedTogether(business, regular, TOGETHER), regular);
      requireReminded(installation.database(), regular);
      return new Figures()
          .add("an invoice that is sent and paid on the card page", words(plain))
          .add("one that is reminded three times before", words(real))
          .add("the same without the card page: actions", direct.actions(), "", Goal.atMost(18))
          .add("events", direct.events(), "", Goal.atMost(90))
          .add(
              "each of %d that are chased together and paid one by one: actions"
                  .formatted(TOGETHER),
              (double) together.minus(JUMP.times(REMINDERS)).actions() / TOGETHER,
              "",
              Goal.atMost(10));
    }
  }

  private static void requireReminded(Database database, String contactId) {
    int reminders =
        database.count(
            "select count(*) from deliveries where type = 'REMINDER' and status in ('SENT', 'DELIVERED')"
                + " and contact_id = ?::uuid",
            contactId);
    if (reminders != REMINDERS) {
      throw new IllegalStateException("%d reminders instead of %d".formatted(reminders, REMINDERS));
    }
  }

  private static String words(Usage usage) {
    return ("%d actions (%d starts, %d updates, %d signals, %d timers, %d activities, %d upserts,"
            + " %d markers), %d events")
        .formatted(
            usage.actions(),
            usage.starts(),
            usage.updates(),
            usage.signals(),
            usage.timers(),
            usage.activities(),
            usage.upserts(),
            usage.markers(),
            usage.events());
  }
}
