package com.duespark.worker.system;

import com.duespark.worker.system.Figures.Goal;
import com.duespark.worker.system.Http.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A merchant at the desk, with ten thousand invoices in the drawer. */
final class InvoicesBench implements Chapter {
  private static final int DRAWER = 10_000;
  private static final int WARM_UP = 1_000;
  private static final int COUNT = 1_000;

  @Override
  public String name() {
    return "invoices";
  }

  @Override
  public Figures measure() throws Exception {
    try (Launched installation = Launched.started(name())) {
      Business business = Business.foundedOn(installation);
      Copies.ofInvoice(installation.database(), business.sent(), DRAWER);

      Object draft = Business.draftBody(business.contact());
      Supplier<Reply> create = () -> business.post("/v1/invoices", draft);
      Supplier<Reply> list = () -> business.get("/v1/invoices?limit=50");
      times(WARM_UP, 201, create);
      times(WARM_UP, 200, list);

      return new Figures()
          .spread("POST /v1/invoices", times(COUNT, 201, create), Goal.atMost(10), null)
          .spread(
              "GET /v1/invoices?limit=50 of %,d".formatted(DRAWER),
              times(COUNT, 200, list),
              Goal.atMost(10),
              null);
    }
  }

  private static List<Duration> times(int count, int status, Supplier<Reply> call) {
    List<Duration> times = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long begun = System.nanoTime();
      Reply reply = call.get();
      times.add(Duration.ofNanos(System.nanoTime() - begun));
      reply.require(status);
    }
    return times;
  }
}
