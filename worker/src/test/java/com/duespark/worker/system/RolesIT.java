package com.duespark.worker.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.duespark.worker.system.TraceReceiver.Span;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/**
 * One {@code api}, and workers that come and go, on a PostgreSQL and a Temporal outside: the
 * production layout. In this order, because starting a process is the slow part.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RolesIT {
  /** An attempt that died is missed after half a minute. */
  private static final Duration TAKEN_OVER = Duration.ofSeconds(90);

  /** A worker is missed when its last poll is over a minute old. */
  private static final Duration MISSED = Duration.ofMinutes(2);

  private final TraceReceiver traces = new TraceReceiver();
  private final Cluster cluster =
      new Cluster(
          Map.of(
              "OTEL_EXPORTER_OTLP_ENDPOINT",
              traces.endpoint(),
              "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_SCHEDULE_DELAY",
              "200ms"));
  private final Node api = cluster.startApi();
  private Node worker = cluster.startWorker();
  private final Business business = founded();

  private Business founded() {
    api.awaitReady();
    worker.awaitReady();
    return Business.foundedOn(cluster);
  }

  @AfterAll
  void close() {
    cluster.close();
    traces.close();
  }

  @Test
  @Order(1)
  void anInvoiceGoesThroughBothProcesses() {
    String id = business.draft();

    business.send(id).require(200);

    assertThat(business.status(id)).isEqualTo("SENT");
    assertThat(business.mails(id)).hasSize(1);
  }

  @Test
  @Order(2)
  void theWorkerServesItsOperatorAndNobodyElse() {
    assertThat(Cluster.answers(api.http())).isTrue();
    assertThat(Cluster.answers(worker.http())).isFalse();
    assertThat(worker.operator("/healthz").status()).isEqualTo(200);
    assertThat(worker.operator("/metrics").text()).contains("process_uptime_seconds");
    assertThat(worker.operator("/v1/invoices").status()).isEqualTo(404);
    assertThat(worker.operator("/actuator/health").status()).isEqualTo(404);
    assertThat(Http.get(cluster.url() + "/metrics").status()).isEqualTo(404);
    assertThat(Http.get(cluster.url() + "/actuator/prometheus").status()).isEqualTo(404);
  }

  @Test
  @Order(3)
  void theApiRunsNoActivities() {
    // the SDK hands its figures over every few seconds
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(worker.operator("/metrics").text())
                    .contains("temporal_worker_start_total"));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(api.operator("/metrics").text()).contains("temporal_request_total"));
    assertThat(api.operator("/metrics").text()).doesNotContain("temporal_worker_start_total");
  }

  @Test
  @Order(4)
  void aTracedSendIsOneTreeFromTheRequestToTheProvider() {
    String id = business.draft();
    String request = business.send(id).require(200).header("X-Request-Id");
    business.receive(id, "232").require(201);

    // the payment ends the workflow, and with it the span of its run
    List<Span> tree =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () -> traceOf(request),
                spans -> isTree(spans) && has(spans, "RunWorkflow:Invoice"));

    assertThat(tree)
        .extracting(Span::name)
        .contains(
            "http post /v1/invoices/{id}/send",
            "command SEND",
            "RunWorkflow:Invoice",
            "RunActivity:Invoices_Apply",
            "RunActivity:Deliveries_Deliver",
            "postmark send");
    assertThat(ancestors(tree, "postmark send")).contains("http post /v1/invoices/{id}/send");
    assertThat(tree).extracting(Span::service).contains("duespark-api", "duespark-worker");
    assertThat(tree.toString()).doesNotContain(business.payer(), business.owner());
  }

  @Test
  @Order(5)
  void logLinesAreJsonAndNameWhatTheyAreAboutButNobody() {
    String id = business.draft();
    cluster
        .sandbox()
        .fault(
            Map.of("provider", "postmark", "action", "drop_after", "recipient", business.payer()));
    business.send(id);
    business.awaitStatus(id, "SENT");

    JsonNode line =
        worker.logLines().stream()
            .filter(found -> found.path("message").asString().contains("has no answer"))
            .findFirst()
            .orElseThrow();

    assertThat(line.path("workflow_id").asString()).isEqualTo("invoice/" + id);
    assertThat(line.path("entity_id").asString()).isEqualTo(id);
    assertThat(line.path("tenant_id").asString()).isNotEmpty();
    assertThat(Stream.concat(api.logLines().stream(), worker.logLines().stream()))
        .noneMatch(any -> any.toString().contains(business.payer()))
        .noneMatch(any -> any.toString().contains(business.owner()));
  }

  @Test
  @Order(6)
  void aSendWhoseWorkerDiesIsTakenOverByAnotherWithOneMail() {
    Node second = cluster.startWorker().awaitReady();
    String id = business.draft();
    cluster
        .sandbox()
        .fault(
            Map.of(
                "provider", "postmark",
                "path", "/email",
                "recipient", business.payer(),
                "action", "delay_after",
                "millis", 60_000));
    var sending = CompletableFuture.supplyAsync(() -> business.send(id));
    await().atMost(Duration.ofSeconds(20)).until(() -> business.mails(id).size() == 1);
    Node sender =
        await()
            .atMost(Duration.ofSeconds(10))
            .until(
                () -> Stream.of(worker, second).filter(RolesIT::isSending).findFirst(),
                Optional::isPresent)
            .orElseThrow();

    sender.kill();
    worker = sender.equals(second) ? worker : second;

    assertThat(business.status(id)).isEqualTo("DRAFT");
    business.awaitStatus(id, "SENT", TAKEN_OVER);
    assertThat(business.mails(id)).hasSize(1);
    assertThat(sending.orTimeout(30, TimeUnit.SECONDS).join().status()).isEqualTo(202);
  }

  @Test
  @Order(7)
  void withoutAWorkerTheApiReadsAndWritesAndSaysWhatIsMissing() {
    String sent = business.sent();
    assertThat(api.part("workers")).isEqualTo("UP");
    worker.stop();

    String id = business.draft();
    assertThat(business.send(id).status()).isEqualTo(202);
    assertThat(business.status(sent)).isEqualTo("SENT");
    assertThat(business.status(id)).isEqualTo("DRAFT");
    await().atMost(MISSED).until(() -> api.part("workers"), "DOWN"::equals);
    assertThat(Http.get(cluster.url() + "/readyz").status()).isEqualTo(200);

    worker = cluster.startWorker();

    business.awaitStatus(id, "SENT", TAKEN_OVER);
    assertThat(business.mails(id)).hasSize(1);
    assertThat(api.part("workers")).isEqualTo("UP");
  }

  private static boolean isSending(Node worker) {
    return worker
        .operator("/metrics")
        .text()
        .lines()
        .filter(line -> line.startsWith("temporal_worker_task_slots_used{"))
        .filter(line -> line.contains("task_queue=\"email\""))
        .filter(line -> line.contains("worker_type=\"ActivityWorker\""))
        .anyMatch(line -> !line.endsWith(" 0.0"));
  }

  private List<Span> traceOf(String requestId) {
    List<Span> all = traces.spans();
    return all.stream()
        .filter(span -> requestId.equals(span.attributes().get("request_id")))
        .findFirst()
        .map(root -> all.stream().filter(span -> span.trace().equals(root.trace())).toList())
        .orElse(List.of());
  }

  private static boolean has(List<Span> spans, String name) {
    return spans.stream().anyMatch(span -> span.name().equals(name));
  }

  /** One beginning, and everything else hangs from a span that is there. */
  private static boolean isTree(List<Span> spans) {
    long beginnings = spans.stream().filter(span -> span.parent().isEmpty()).count();
    return beginnings == 1
        && spans.stream()
            .filter(span -> !span.parent().isEmpty())
            .allMatch(span -> spans.stream().anyMatch(other -> other.id().equals(span.parent())));
  }

  private static List<String> ancestors(List<Span> tree, String name) {
    var names = new ArrayDeque<String>();
    String next =
        tree.stream().filter(span -> span.name().equals(name)).findFirst().orElseThrow().id();
    while (!next.isEmpty()) {
      String id = next;
      Span span = tree.stream().filter(found -> found.id().equals(id)).findFirst().orElseThrow();
      names.add(span.name());
      next = span.parent();
    }
    return List.copyOf(names);
  }
}
