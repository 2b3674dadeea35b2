package com.duespark.worker.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What programs ask of workflows with their keys. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiKeyIT {
  private final Rig rig = Rig.running();
  private final Business business = Business.foundedOn(rig);

  @Test
  void whatAProgramAsksOfAWorkflowIsDoneInTheKeysName() {
    Business program = business.program("invoices:read", "invoices:send", "payments:write");
    String key = business.list("/v1/api-keys").getFirst().path("id").asString();
    String id = business.draft();

    program.post("/v1/invoices/" + id + "/send", Map.of()).require(200);
    program.receive(id, "32").require(201);

    assertThat(business.mails(id)).hasSize(1);
    assertThat(actors(id)).contains("api_key:" + key);
    assertThat(
            rig.database().ask("select distinct actor from commands where entity_id = ?::uuid", id))
        .containsExactly("api_key:" + key);
  }

  @Test
  void aProgramWithoutTheScopeSendsNothing() {
    Business program = business.program("invoices:read", "invoices:write");
    String id = business.draft();

    var refused = program.post("/v1/invoices/" + id + "/send", Map.of()).require(403);

    assertThat(refused.reason()).isEqualTo("INSUFFICIENT_SCOPE");
    assertThat(business.status(id)).isEqualTo("DRAFT");
    assertThat(business.mails(id)).isEmpty();
  }

  private List<String> actors(String invoice) {
    return rig.database()
        .ask(
            "select distinct actor from audit_log where entity_id = ?::uuid and action like"
                + " 'invoice.%' order by 1",
            invoice);
  }
}
