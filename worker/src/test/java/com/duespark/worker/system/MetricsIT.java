package com.duespark.worker.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.temporal.worker.MetricsType;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

/** What happened can be seen by an operator, and whatever dashboard and alerts ask for exists. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsIT {
  private static final Path ALERTS = Path.of("../ops/prometheus/alerts.yml");
  private static final Path DASHBOARD = Path.of("../ops/grafana/dashboards/duespark.json");

  /** What Prometheus adds by itself. */
  private static final Set<String> BY_PROMETHEUS = Set.of("up");

  private static final Set<String> LABELS_BY_PROMETHEUS = Set.of("job", "instance");

  /** Of Temporal's SDK, also those that appear only once something fails. */
  private static final Set<String> BY_TEMPORAL =
      Arrays.stream(MetricsType.class.getDeclaredFields())
          .filter(field -> field.getType() == String.class)
          .map(MetricsIT::text)
          .flatMap(name -> Stream.of(name, name + "_total", name + "_seconds"))
          .collect(Collectors.toSet());

  private final Rig rig = Rig.running();
  private final Business business = Business.foundedOn(rig);

  @BeforeAll
  void letEverythingHappenOnce() {
    String paid = business.sent();
    String page = business.payerOf(paid).payByCard();
    business.awaitStatus(paid, "PAID");
    rig.sandbox().refund(rig.sandbox().session(page).path("payment_intent").asString(), 3200);
    business.awaitStatus(paid, "PARTIALLY_PAID");
    declineLater(business.sent());
    business.send(
        business.draft(business.contact("inactive@" + business.payer().replace('@', '.'))));
  }

  /** A bank transfer that the payer's bank takes back. */
  private void declineLater(String id) {
    String page = business.payerOf(id).openCardPage();
    rig.sandbox().pay(page, "processing");
    await().until(() -> !business.payments(id).isEmpty());
    rig.sandbox().settle(page, "failed");
    await()
        .until(() -> business.payments(id).getFirst().path("status").asString(), "FAILED"::equals);
  }

  @AfterEach
  void heal() {
    rig.sandbox().heal();
  }

  @Test
  void aSentAndPaidInvoiceIsCountedOnceEach() {
    Scrape before = scrape();
    String id = business.sent();
    business.receive(id, "232").require(201);
    business.awaitStatus(id, "PAID");
    rig.sandbox().awaitMails(business.payer(), id, 2);

    await().until(() -> grown(before, "duespark_invoices_paid_total", Map.of()) == 1);
    assertThat(grown(before, "duespark_invoices_drafted_total", Map.of())).isEqualTo(1);
    assertThat(grown(before, "duespark_invoices_sent_total", Map.of())).isEqualTo(1);
    assertThat(grown(before, "duespark_payments_received_total", Map.of("provider", "cash")))
        .isEqualTo(1);
    assertThat(
            grown(
                before,
                "duespark_deliveries_total",
                Map.of(
                    "type", "invoice_sent",
                    "channel", "email",
                    "provider", "postmark",
                    "outcome", "sent")))
        .isEqualTo(1);
  }

  @Test
  void aWebhookWithAWrongSignatureIsCounted() {
    Scrape before = scrape();
    String connection = business.list("/v1/integrations").getFirst().path("id").asString();
    String door = rig.url() + "/v1/webhooks/stripe/" + connection;

    Http.call("POST", door, "{\"id\":\"evt_1\"}", Map.of("Stripe-Signature", "t=1,v1=00"))
        .require(400);

    assertThat(grown(before, "duespark_webhooks_received_total", Map.of("outcome", "refused")))
        .isEqualTo(1);
  }

  /** The lag of the dispatcher, while Temporal stands still. */
  @Test
  void whatWaitsIsSeenWithItsAge() {
    ProcessHandle temporal = rig.child("temporal");
    String id = business.draft();
    Rig.signal("STOP", temporal);
    try {
      business.send(id).require(202);
      await()
          .atMost(Duration.ofSeconds(40))
          .untilAsserted(
              () -> {
                Scrape now = scrape();
                assertThat(now.sum("duespark_commands_open", Map.of())).isPositive();
                assertThat(now.sum("duespark_commands_open_oldest_seconds", Map.of())).isPositive();
                assertThat(now.sum("duespark_ready", Map.of("part", "temporal"))).isZero();
              });
    } finally {
      Rig.signal("CONT", temporal);
    }
    business.awaitStatus(id, "SENT", Duration.ofSeconds(60));
  }

  @Test
  void theDashboardAsksForWhatExists() throws IOException {
    List<String> missing = new ArrayList<>();
    JsonNode dashboard = Http.JSON.readTree(Files.readString(DASHBOARD));
    Map<String, String> expressions = new LinkedHashMap<>();
    for (JsonNode panel : dashboard.path("panels")) {
      for (JsonNode target : panel.path("targets")) {
        expressions.put(target.path("expr").asString(), panel.path("title").asString());
      }
    }

    Scrape scrape = scrape();
    expressions.forEach((expression, panel) -> check(scrape, expression, panel, missing));

    assertThat(expressions).hasSizeGreaterThan(30);
    assertThat(missing).isEmpty();
  }

  @Test
  void theAlertsAskForWhatExists() throws IOException {
    List<String> missing = new ArrayList<>();
    Map<String, String> expressions = alerts();

    Scrape scrape = scrape();
    expressions.forEach((alert, expression) -> check(scrape, expression, alert, missing));

    assertThat(expressions).hasSizeGreaterThan(20);
    assertThat(missing).isEmpty();
  }

  /** An alert that is always on is as good as none. */
  @Test
  void theCheckFindsWhatDoesNotExist() {
    List<String> missing = new ArrayList<>();

    check(scrape(), "max(duespark_no_such_metric) > 0", "A", missing);
    check(scrape(), "max(duespark_ready{part=\"moon\"}) == 0", "B", missing);
    check(scrape(), "sum by (moon) (duespark_ready)", "C", missing);
    check(scrape(), "rate(temporal_no_such_thing_total[5m])", "D", missing);

    assertThat(missing).hasSize(4);
  }

  private static void check(Scrape scrape, String expression, String where, List<String> missing) {
    Set<String> known = new HashSet<>(LABELS_BY_PROMETHEUS);
    boolean complete = true;
    for (Selector selector : Selector.in(expression)) {
      var series = scrape.of(selector.metric());
      series.forEach(line -> known.addAll(line.labels().keySet()));
      if (series.isEmpty()) {
        complete = false;
        if (!BY_PROMETHEUS.contains(selector.metric())
            && !BY_TEMPORAL.contains(selector.metric())) {
          missing.add(where + ": " + selector.metric());
        }
        continue;
      }
      selector
          .labels()
          .forEach(
              (label, value) -> {
                boolean anyValue = value.isEmpty() || isTroubleOfTemporal(selector.metric(), label);
                boolean there =
                    LABELS_BY_PROMETHEUS.contains(label)
                        || series.stream()
                            .map(line -> line.labels().get(label))
                            .anyMatch(found -> found != null && (anyValue || value.equals(found)));
                if (!there) {
                  missing.add("%s: %s{%s=%s}".formatted(where, selector.metric(), label, value));
                }
              });
    }
    Set<String> strange = new TreeSet<>(Selector.grouping(expression));
    strange.removeAll(known);
    if (complete && !strange.isEmpty()) {
      missing.add(where + ": by " + strange);
    }
  }

  /** What can go wrong has names that a healthy run does not show. */
  private static boolean isTroubleOfTemporal(String metric, String label) {
    return metric.startsWith("temporal_") && !label.equals("le");
  }

  private static Map<String, String> alerts() throws IOException {
    Map<String, String> found = new LinkedHashMap<>();
    JsonNode file = Http.JSON.valueToTree(new Yaml().<Object>load(Files.readString(ALERTS)));
    for (JsonNode group : file.path("groups")) {
      for (JsonNode rule : group.path("rules")) {
        found.put(rule.path("alert").asString(), rule.path("expr").asString());
      }
    }
    return found;
  }

  private Scrape scrape() {
    return Scrape.read(Http.get(rig.operatorUrl() + "/metrics").require(200).text());
  }

  private double grown(Scrape before, String metric, Map<String, String> labels) {
    return scrape().sum(metric, labels) - before.sum(metric, labels);
  }

  private static String text(Field constant) {
    try {
      return String.valueOf(constant.get(null));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
