package com.duespark.worker.system;

import com.duespark.worker.system.Figures.Goal;
import com.duespark.worker.system.NoOpWorkflow.Shape;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * From draft to paid, as many in a second as the machine can do, beside a no-op workflow with as
 * many actions on the same server.
 */
final class LifecycleBench implements Chapter {
  private static final int WARM_UP = 200;
  private static final int COUNT = 400;
  private static final int ROUNDS = 2;
  private static final int IN_FLIGHT = 20;
  private static final int BUSINESSES = 4;
  private static final int CUSTOMERS = 100;

  @Override
  public String name() {
    return "lifecycle";
  }

  @Override
  public Figures measure() throws Exception {
    try (Launched installation = Launched.started(name());
        Workbench temporal = new Workbench(installation.temporalAddress())) {
      List<Customer> customers = customers(installation);
      Queue<String> invoices = new ConcurrentLinkedQueue<>();
      Meter meter = new Meter(installation);
      Lifecycle lifecycle = new Lifecycle(installation, temporal);
      IntConsumer pay = i -> invoices.add(customers.get(i % customers.size()).buys(lifecycle));

      pay.accept(0);
      Shape shape =
          Shape.like(lifecycle.usage(List.of(invoices.element()), customers.getFirst().id()));
      Meter.run(WARM_UP, IN_FLIGHT, pay);
      Figures figures = new Figures();
      memory(figures, installation);
      Meter.run(WARM_UP, IN_FLIGHT, i -> temporal.runNoOp(shape));

      // Turn and turn about, so that both see the same machine and the same full database.
      Meter.Series paid = Meter.Series.NONE;
      Meter.Series noOp = Meter.Series.NONE;
      for (int round = 0; round < ROUNDS; round++) {
        paid = paid.plus(meter.measure(COUNT, IN_FLIGHT, pay));
        noOp = noOp.plus(meter.measure(COUNT, IN_FLIGHT, i -> temporal.runNoOp(shape)));
      }
      requireAllPaid(installation, invoices.size());

      figures
          .add(
              "paid lifecycles a second, %d in flight".formatted(IN_FLIGHT),
              Figures.number(paid.perSecond()))
          .add(
              "no-op workflows a second (%s)".formatted(words(shape)),
              Figures.number(noOp.perSecond()))
          .add("ratio", paid.perSecond() / noOp.perSecond(), "", Goal.atLeast(0.7))
          .add("processor time of a paid lifecycle", split(paid))
          .add("processor time of a no-op workflow", split(noOp));
      return figures;
    }
  }

  /** Somebody who is billed again and again, by one of several businesses. */
  private record Customer(Business business, String id) {
    String buys(Lifecycle lifecycle) {
      return lifecycle.paid(business, id);
    }
  }

  private static List<Customer> customers(Launched installation) {
    List<Business> businesses =
        IntStream.range(0, BUSINESSES).mapToObj(i -> Business.foundedOn(installation)).toList();
    return IntStream.range(0, CUSTOMERS)
        .mapToObj(i -> businesses.get(i % BUSINESSES))
        .map(business -> new Customer(business, business.contact(business.payer())))
        .toList();
  }

  private static void memory(Figures figures, Launched installation) {
    figures
        .add(
            "JVM after %d paid invoices, RSS".formatted(WARM_UP),
            installation.program().resident(),
            " MB",
            Goal.atMost(450))
        .add("Temporal, RSS", installation.child("temporal").resident() + " MB")
        .add("PostgreSQL, all processes, PSS", installation.child("postgres").memory() + " MB")
        .add("sandbox, RSS", installation.child("sandbox").resident() + " MB");
  }

  private static String words(Shape shape) {
    return "%d activities, %d updates, %d signals, %d timers"
        .formatted(shape.activities(), shape.updates(), shape.signals(), shape.timers());
  }

  private static String split(Meter.Series series) {
    return "program %s, Temporal %s, PostgreSQL %s, sandbox %s, bench %s ms"
        .formatted(
            Figures.number(series.cpuOfOne("program")),
            Figures.number(series.cpuOfOne("temporal")),
            Figures.number(series.cpuOfOne("postgres")),
            Figures.number(series.cpuOfOne("sandbox")),
            Figures.number(series.cpuOfOne("bench")));
  }

  /** Figures of work that was not done are worth nothing. */
  private static void requireAllPaid(Launched installation, int count) {
    Database database = installation.database();
    int paid = database.count("select count(*) from invoices where status = 'PAID'");
    int mails =
        database.count(
            "select count(*) from deliveries where invoice_id is not null"
                + " and status in ('SENT', 'DELIVERED')");
    if (paid != count || mails != 3 * count) {
      throw new IllegalStateException(
          "%d of %d invoices are paid, %d of %d mails are sent"
              .formatted(paid, count, mails, 3 * count));
    }
  }
}
