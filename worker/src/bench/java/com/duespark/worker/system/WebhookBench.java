package com.duespark.worker.system;

import com.duespark.worker.system.Figures.Goal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** From the provider's signed word to PAID, as a merchant who looks again and again sees it. */
final class WebhookBench implements Chapter {
  private static final int WARM_UP = 100;
  private static final int COUNT = 300;
  private static final int DROPPED = 100;
  private static final int PER_SECOND = 2;

  /** Who asks without a pause takes the processor from what is measured. */
  private static final Duration PAUSE = Duration.ofMillis(5);

  /** An invoice whose payer is on the card page. */
  private record Open(String invoiceId, String page) {}

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public Figures measure() throws Exception {
    try (Launched installation = Launched.started(name())) {
      Business business = Business.foundedOn(installation);
      CardEvent card = CardEvent.of(business, installation.sandbox());
      List<Open> open = open(business, WARM_UP + COUNT + DROPPED);
      Consumer<String> deliver = body -> card.deliver(installation.url(), body);
      Consumer<String> drop = body -> card.leaveUndispatched(installation.database(), body);

      pay(business, card, open.subList(0, WARM_UP), deliver);
      Collection<Duration> told =
          pay(business, card, open.subList(WARM_UP, WARM_UP + COUNT), deliver);
      Collection<Duration> dropped =
          pay(business, card, open.subList(WARM_UP + COUNT, open.size()), drop);

      return new Figures()
          .spread(
              "signed webhook → PAID over the API, %d a second".formatted(PER_SECOND),
              told,
              Goal.atMost(60),
              Goal.atMost(300))
          .spread("the same, its first dispatch lost", dropped, null, Goal.atMost(2_000));
    }
  }

  private static List<Open> open(Business business, int count) throws InterruptedException {
    Collection<Open> open = new ConcurrentLinkedQueue<>();
    Meter.run(
        count,
        8,
        i -> {
          String id = business.sent();
          String page = business.payerByLink(id).openCardPage();
          open.add(new Open(id, page));
        });
    return List.copyOf(open);
  }

  /** At a steady rate, however long each takes. */
  private static Collection<Duration> pay(
      Business business, CardEvent card, List<Open> open, Consumer<String> hand) throws Exception {
    Collection<Duration> times = new ConcurrentLinkedQueue<>();
    List<Future<?>> all = new ArrayList<>();
    long begun = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < open.size(); i++) {
        Open one = open.get(i);
        long due = begun + i * 1_000_000_000L / PER_SECOND;
        all.add(
            threads.submit(
                () -> {
                  Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
                  String body = card.paid(one.page());
                  long told = System.nanoTime();
                  hand.accept(body);
                  while (!business.status(one.invoiceId()).equals("PAID")) {
                    Thread.sleep(PAUSE);
                  }
                  times.add(Duration.ofNanos(System.nanoTime() - told));
                  return null;
                }));
      }
    }
    for (Future<?> one : all) {
      one.get();
    }
    return times;
  }
}
