package com.duespark.worker.system;

import com.duespark.worker.system.Figures.Goal;
import java.util.Map;

/** A business with fifty thousand open invoices stops reminding (BEY-09). */
final class PauseBench implements Chapter {
  private static final int CUSTOMERS = 12_500;
  private static final int INVOICES_EACH = 4;

  @Override
  public String name() {
    return "pause";
  }

  @Override
  public Figures measure() throws Exception {
    try (Launched installation = Launched.started(name())) {
      Business business = Business.foundedOn(installation);
      Database database = installation.database();
      Copies.ofCustomer(database, business.sent(), CUSTOMERS, INVOICES_EACH);

      int before = writes(database);
      double pause = millis(business, "pause");
      double resume = millis(business, "resume");

      return new Figures()
          .add("pause", pause, " ms", Goal.atMost(2_000))
          .add("resume", resume, " ms", Goal.atMost(2_000))
          .add(
              "rows of invoices written meanwhile, of %,d".formatted(CUSTOMERS * INVOICES_EACH),
              Integer.toString(writes(database) - before));
    }
  }

  private static double millis(Business business, String verb) {
    long begun = System.nanoTime();
    business.post("/v1/tenant/%s-reminders".formatted(verb), Map.of()).require(200);
    return (System.nanoTime() - begun) / 1e6;
  }

  /** How many versions of rows of invoices there have been. */
  private static int writes(Database database) {
    return database.count(
        """
        select sum(n_tup_upd + n_tup_del) from pg_stat_user_tables
        where relname in ('invoices', 'invoice_dunning')
        """);
  }
}
