package com.duespark.worker.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** From a draft to money (JRN-03, JRN-25). */
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
