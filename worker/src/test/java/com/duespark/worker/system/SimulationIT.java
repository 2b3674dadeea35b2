package com.duespark.worker.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * What a business was shown beforehand is what happens: the same reminders at the same instants,
 * though the program is killed on the way (BEY-04, BEY-21).
 *
 * <p>36 open invoices, 28 days and one kill in a normal run; {@code -Drig.invoices=1000
 * -Drig.days=91 -Drig.kills=10} for the long form.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulationIT {

  private static final int EACH = 3;
  private static final int LEG_DAYS = 7;
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  private final Rig rig = Rig.running();
  private final Business business = Business.foundedOn(rig);
  private final Book book = new Book(rig, business);
  private final int invoices = Integer.getInteger("rig.invoices", 36);
  private final int legs = Integer.getInteger("rig.days", 28) / LEG_DAYS;
  private final int kills = Integer.getInteger("rig.kills", 1);

  @Test
  void whatWasSimulatedIsSentAtThatInstant() throws InterruptedException {
    var customers = book.fill(invoices / EACH, EACH);
    book.awaitPlans();
    var simulation = simulate();

    var from = Instant.parse(simulation.path("from").asString());
    for (int leg = 1; leg <= legs; leg++) {
      business.leaveFor(from.plus(Duration.ofDays((long) leg * LEG_DAYS)));
      if (leg <= kills) {
        killTheProgramAfterItsNextReminder();
      }
      business.awaitArrival();
    }

    assertThat(customers.stream().map(book::sent).flatMap(List::stream))
        .hasSizeGreaterThan(invoices / 2)
        .containsExactlyInAnyOrderElementsOf(lines(simulation));
  }

  private JsonNode simulate() {
    var ids =
        rig.database()
            .ask("select id from invoices where tenant_id = ?::uuid", business.tenantId());
    return business
        .post("/v1/reminder-policies/simulate", Map.of("invoice_ids", ids, "days", legs * LEG_DAYS))
        .require(200)
        .data();
  }

  private void killTheProgramAfterItsNextReminder() {
    int before = reminders();
    await().atMost(Book.PATIENCE).until(() -> reminders() > before || business.hasArrived());
    rig.killProgram();
    rig.startAgain();
    business.logIn();
  }

  private int reminders() {
    return rig.database()
        .count(
            "select count(*) from reminders where tenant_id = ?::uuid and status = 'SENT'",
            business.tenantId());
  }

  private static List<String> lines(JsonNode simulation) {
    return simulation.path("messages").valueStream().flatMap(SimulationIT::linesOf).toList();
  }

  private static Stream<String> linesOf(JsonNode message) {
    var minute = MINUTE.format(Instant.parse(message.path("at").asString()));
    return message
        .path("steps")
        .valueStream()
        .map(
            step -> "%s %s %s".formatted(text(step, "invoice_id"), text(step, "step_key"), minute));
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString();
  }
}
