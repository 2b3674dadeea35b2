package com.duespark.worker.system;

import com.duespark.worker.system.Figures.Goal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** A thousand open invoices are played through a year before anything is switched on (BEY-04). */
final class SimulationBench implements Chapter {

  /** Each of them owes one invoice, so nothing is shared between them. */
  private static final int CUSTOMERS = 1_000;

  private static final int DAYS = 365;

  /** The longest policy that there is: twenty steps until the 180th day. */
  private static final int STEPS = 20;

  private static final int DAYS_APART = 9;

  private static final Goal GOAL = Goal.atMost(10);

  @Override
  public String name() {
    return "simulation";
  }

  @Override
  public Figures measure() throws Exception {
    try (Launched installation = Launched.started(name())) {
      Business business = Business.foundedOn(installation);
      Copies.ofCustomer(installation.database(), business.sent(), CUSTOMERS - 1, 1);
      List<String> invoices = installation.database().ask("select id from invoices");
      String policy = business.list("/v1/reminder-policies").getFirst().path("id").asString();

      Object standard = Map.of("invoice_ids", invoices, "days", DAYS);
      Object longest = Map.of("invoice_ids", invoices, "days", DAYS, "policy", longest());
      Object change = Map.of("policy_id", policy, "policy", longest());
      Figures figures = new Figures();
      measure(figures, business, "the standard policy", standard);
      measure(figures, business, "the longest policy, a step every nine days", longest);
      return figures.add(
          "that change on the live book, 90 days",
          seconds(business, "what-if", change),
          " s",
          GOAL);
    }
  }

  private static void measure(Figures figures, Business business, String what, Object body) {
    figures
        .add(what + ", %d days".formatted(DAYS), seconds(business, "simulate", body), " s", GOAL)
        .add(
            "its messages",
            "%,d".formatted(ask(business, "simulate", body).path("messages").size()));
  }

  private static Object longest() {
    List<Object> steps =
        IntStream.rangeClosed(1, STEPS)
            .map(number -> number * DAYS_APART)
            .<Object>mapToObj(day -> Map.of("key", "DAY_" + day, "offset_days", day))
            .toList();
    return Map.of("name", "Every nine days", "steps", steps);
  }

  private static double seconds(Business business, String verb, Object body) {
    long begun = System.nanoTime();
    ask(business, verb, body);
    return (System.nanoTime() - begun) / 1e9;
  }

  private static JsonNode ask(Business business, String verb, Object body) {
    return business.post("/v1/reminder-policies/" + verb, body).require(200).data();
  }
}
