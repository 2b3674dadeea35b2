package com.duespark.worker.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** From a draft to money, and everything in one archive (JRN-03, JRN-23, JRN-25). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneyIT {
  private final Rig rig = Rig.running();
  private final Business business = Business.foundedOn(rig);

  @Test
  void anInvoiceIsSentOpenedPaidByCardAndReceiptedToBoth() {
    String id = business.draft();
    assertThat(business.status(id)).isEqualTo("DRAFT");

    JsonNode sent = business.send(id).require(200).data();
    assertThat(sent.path("status").asString()).isEqualTo("SENT");
    assertThat(sent.path("sent_via").path("email").path("sent_to").asString())
        .isEqualTo(business.payer());
    assertThat(business.mails(id)).hasSize(1);

    Payer payer = business.payerOf(id);
    assertThat(payer.invoice().path("status").asString()).isEqualTo("SENT");
    assertThat(payer.invoice().path("amount_due").asString()).isEqualTo("232.00");
    payer.payByCard();

    JsonNode paid = business.awaitStatus(id, "PAID");
    assertThat(paid.path("amount_due").asString()).isEqualTo("0.00");
    assertThat(business.list("/v1/invoices?status=PAID"))
        .extracting(row -> row.path("id").asString())
        .contains(id);
    assertThat(payer.invoice().path("status").asString()).isEqualTo("PAID");
    assertThat(business.payments(id))
        .singleElement()
        .satisfies(payment -> assertThat(payment.path("status").asString()).isEqualTo("SUCCEEDED"));
    assertThat(rig.sandbox().awaitMails(business.payer(), id, 2)).hasSize(2);
    assertThat(rig.sandbox().awaitMails(business.owner(), id, 1)).hasSize(1);
  }

  @Test
  void aPartByHandAndTheRestByCardPayAnInvoice() {
    String id = business.sent();

    business.receive(id, "100").require(201);

    assertThat(business.status(id)).isEqualTo("PARTIALLY_PAID");
    Payer payer = business.payerOf(id);
    assertThat(payer.invoice().path("amount_due").asString()).isEqualTo("132.00");
    String page = payer.openCardPage();
    assertThat(rig.sandbox().session(page).path("amount_total").asInt()).isEqualTo(13200);

    rig.sandbox().pay(page);

    business.awaitStatus(id, "PAID");
    assertThat(business.payments(id))
        .extracting(payment -> payment.path("amount").asString())
        .containsExactlyInAnyOrder("100.00", "132.00");
  }

  @Test
  void everythingIsInOneArchiveThatOpensWithoutALogin() {
    String id = business.sent();
    business.receive(id, "100").require(201);
    String draft = business.draft();

    Archive archive = Archive.of(business);

    assertThat(archive.counts()).containsAllEntriesOf(stored());
    assertThat(archive.rows("invoices"))
        .hasSize(archive.count("invoices"))
        .extracting(row -> row.path("id").asString())
        .contains(id, draft);
    String number = business.invoice(id).path("invoice_number").asString();
    assertThat(archive.file("documents/" + number + ".pdf")).startsWith("%PDF");
    assertThat(archive.rows("payments"))
        .filteredOn(row -> row.path("invoice_id").asString().equals(id))
        .singleElement()
        .satisfies(row -> assertThat(row.path("amount_minor").asInt()).isEqualTo(10000));
    assertThat(archive.file("audit_log.jsonl")).contains("export.started");
    assertThat(archive.everything()).doesNotContain("sealed:", "portal/invoices/");
    assertThat(business.get("/v1/export").require(200).data()).hasSize(1);
    assertThat(
            business.list("/v1/audit-log").stream().map(entry -> entry.path("action").asString()))
        .contains("export.started", "export.completed", "export.downloaded");
  }

  /** What the business has of what an export does not add to. */
  private Map<String, Integer> stored() {
    return Stream.of("contacts", "invoices", "payments", "portal_tokens", "tax_rates")
        .collect(
            Collectors.toMap(
                table -> table,
                table ->
                    rig.database()
                        .count(
                            "select count(*) from %s where tenant_id = ?::uuid".formatted(table),
                            business.tenantId())));
  }

  @Test
  void anOpenCardPageIsExpiredBeforeTheBalanceChanges() {
    String id = business.sent();
    Payer payer = business.payerOf(id);
    String overAll = payer.openCardPage();

    business.receive(id, "100").require(201);

    assertThat(rig.sandbox().session(overAll).path("status").asString()).isEqualTo("expired");
    String overRest = payer.openCardPage();
    assertThat(overRest).isNotEqualTo(overAll);
    assertThat(rig.sandbox().session(overRest).path("amount_total").asInt()).isEqualTo(13200);
  }

  @Test
  void thePayerComesBackToTheCardPageThatIsOpen() {
    String id = business.sent();
    Payer payer = business.payerOf(id);

    String first = payer.openCardPage();

    assertThat(payer.openCardPage()).isEqualTo(first);
  }

  @Test
  void moreThanTheBalanceIsRefusedUnlessWanted() {
    String id = business.sent();

    assertThat(business.receive(id, "232.01").require(422).reason()).isEqualTo("OVERPAYMENT");
    assertThat(business.invoice(id).path("amount_due").asString()).isEqualTo("232.00");

    var meant =
        Map.of("invoice_id", id, "provider", "CASH", "amount", "300", "allow_overpayment", true);
    business.post("/v1/payments", meant).require(201);
    assertThat(business.status(id)).isEqualTo("PAID");
    assertThat(business.invoice(id).path("amount_overpaid").asString()).isEqualTo("68.00");
  }
}
