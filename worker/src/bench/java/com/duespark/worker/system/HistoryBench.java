package com.duespark.worker.system;

import com.duespark.worker.system.Figures.Goal;

/** What a paid invoice costs in Temporal: all its workflows, all their runs. */
final class HistoryBench implements Chapter {
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
      Usage plain = lifecycle.usage(lifecycle.paid(business, plainContact), plainContact);
      String contact = business.contact("chased@bench.example");
      String invoice = lifecycle.chasedAndPaid(business, contact);
      requireReminded(installation.database(), contact);
      Usage chased = lifecycle.usage(invoice, contact);
      return new Figures()
          .add("Temporal actions of an invoice that is sent and paid", plain.actions() + "")
          .add("of these", words(plain))
          .add("events in the histories of both workflows", plain.events() + "")
          .add("actions with three reminders", chased.actions(), "", Goal.atMost(18))
          .add("of these", words(chased))
          .add("events", chased.events(), "", Goal.atMost(90));
    }
  }

  private static void requireReminded(Database database, String contactId) {
    int reminders =
        database.count(
            "select count(*) from deliveries where type = 'REMINDER' and status = 'SENT'"
                + " and contact_id = ?::uuid",
            contactId);
    if (reminders != 3) {
      throw new IllegalStateException(reminders + " reminders instead of three");
    }
  }

  private static String words(Usage usage) {
    return "%d starts, %d updates, %d signals, %d timers, %d activities, %d upserts, %d markers"
        .formatted(
            usage.starts(),
            usage.updates(),
            usage.signals(),
            usage.timers(),
            usage.activities(),
            usage.upserts(),
            usage.markers());
  }
}
