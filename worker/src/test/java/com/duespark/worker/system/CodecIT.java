package com.duespark.worker.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.worker.codec.Inside;
import com.duespark.workflows.invoices.InvoiceWorkflow;
import com.duespark.workflows.reminders.CadenceWorkflow;
import com.google.protobuf.util.JsonFormat;
import io.temporal.api.common.v1.Payloads;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Payloads are encrypted under running workflows, read by an operator, and not any more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CodecIT {

  private final Rig rig = Rig.running();
  private final Business business = Business.foundedOn(rig);

  @AfterAll
  void inClearAgain() {
    rig.encryptPayloads(false);
  }

  private void pay(String invoice) {
    business.payerOf(invoice).payByCard();
    business.awaitStatus(invoice, "PAID");
  }

  @Test
  void theSwitchIsTurnedUnderRunningWorkflows() throws IOException {
    String before = business.sent();

    rig.encryptPayloads(true);
    String during = business.sent();
    pay(before);

    String workflow = InvoiceWorkflow.workflowId(UUID.fromString(during));
    var payloads = Inside.payloads(rig.temporal().history(workflow));
    assertThat(payloads).hasSizeGreaterThan(5);
    assertThat(payloads).extracting(Inside::keyOf).containsOnly(business.tenantId() + "/1");
    String contact =
        rig.database().ask("select contact_id from invoices where id = ?::uuid", during).getFirst();
    assertThat(
            Inside.payloads(
                rig.temporal().history(CadenceWorkflow.workflowId(UUID.fromString(contact)))))
        .extracting(Inside::keyOf)
        .contains(business.tenantId() + "/1");
    assertThat(Inside.payloads(rig.temporal().history("reconcile")))
        .extracting(Inside::keyOf)
        .noneMatch(key -> key.startsWith(business.tenantId()));

    var settings = Http.get(rig.temporalUiUrl() + "/api/v1/settings").json();
    String endpoint = settings.path("Codec").path("Endpoint").asString();
    assertThat(endpoint).startsWith(rig.operatorUrl() + "/codec/");
    var shown =
        Http.call(
            "POST",
            endpoint + "/decode",
            JsonFormat.printer().print(Payloads.newBuilder().addAllPayloads(payloads)),
            Map.of("Origin", rig.temporalUiUrl(), "X-Namespace", "default"));
    assertThat(shown.status()).isEqualTo(200);
    var decoded = Payloads.newBuilder();
    JsonFormat.parser().merge(shown.text(), decoded);
    assertThat(decoded.getPayloads(0).getData().toStringUtf8())
        .contains(business.tenantId(), during);

    assertThat(rig.command("replay", workflow)).endsWith("Replays on this code.\nexit 0");

    rig.encryptPayloads(false);
    pay(during);
    String after = business.sent();
    assertThat(
            Inside.payloads(
                rig.temporal().history(InvoiceWorkflow.workflowId(UUID.fromString(after)))))
        .extracting(Inside::keyOf)
        .noneMatch(key -> key.startsWith(business.tenantId()));
  }
}
