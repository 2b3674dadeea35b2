package com.duespark.worker.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Everything that is asked of an invoice besides money. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SendingIT {
  private final Rig rig = Rig.running();
  private final Business business = Business.foundedOn(rig);

  @Test
  void aScheduledInvoiceIsSentWhenItsTimeComes() {
    String id = business.draft();

    business.act(id, "schedule", at(3)).require(200);

    assertThat(business.status(id)).isEqualTo("SCHEDULED");
    assertThat(business.mails(id)).isEmpty();
    business.awaitStatus(id, "SENT");
    assertThat(business.mails(id)).hasSize(1);
  }

  @Test
  void theTimeOfAScheduledInvoiceCanBeMoved() {
    String id = business.draft();
    business.act(id, "schedule", at(3600)).require(200);

    business.act(id, "schedule", at(2)).require(200);

    business.awaitStatus(id, "SENT");
    assertThat(business.mails(id)).hasSize(1);
  }

  @Test
  void anUnscheduledInvoiceStaysADraftWhenItsTimeComes() {
    String calledOff = business.draft();
    String later = business.draft();
    business.act(calledOff, "schedule", at(2)).require(200);
    business.act(later, "schedule", at(3)).require(200);

    business.act(calledOff, "unschedule").require(200);

    business.awaitStatus(later, "SENT");
    assertThat(business.status(calledOff)).isEqualTo("DRAFT");
    assertThat(business.mails(calledOff)).isEmpty();
    assertThat(business.act(calledOff, "unschedule").require(409).reason())
        .isEqualTo("NOT_SCHEDULED");
  }

  @Test
  void aScheduledInvoiceWhoseContactLostItsAddressIsADraftAgainWithANotice() {
    String contact = business.contact("lost-" + business.payer());
    String id = business.draft(contact);
    business.act(id, "schedule", at(3)).require(200);

    var withoutAddress = new HashMap<String, Object>();
    withoutAddress.put("email", null);
    withoutAddress.put("phone", "+254711000111");
    business.ask("PATCH", "/v1/contacts/" + contact, withoutAddress).require(200);

    assertThat(business.status(id)).isEqualTo("SCHEDULED");
    business.awaitStatus(id, "DRAFT");
    assertThat(business.deliveries(id)).isEmpty();
    assertThat(
            rig.database()
                .count("select count(*) from notifications where entity_id = ?::uuid", id))
        .isEqualTo(1);
  }

  @Test
  void anIssuedInvoiceMovesItsDueDateButNotItsLines() {
    String id = business.sent();
    String later = LocalDate.now(ZoneOffset.UTC).plusDays(90).toString();

    business.ask("PATCH", "/v1/invoices/" + id, Map.of("due_date", later)).require(200);

    assertThat(business.invoice(id).path("due_date").asString()).isEqualTo(later);
    var lines = Map.of("line_items", List.of(Map.of("name", "Gift", "qty", 1, "rate", "1")));
    assertThat(business.ask("PATCH", "/v1/invoices/" + id, lines).require(409).reason())
        .isEqualTo("LOCKED");
    assertThat(business.invoice(id).path("total").asString()).isEqualTo("232.00");
  }

  @Test
  void aVoidInvoiceIsNeitherSentNorPaid() {
    String id = business.sent();
    Payer payer = business.payerOf(id);

    business.voidInvoice(id).require(200);

    assertThat(business.status(id)).isEqualTo("VOID");
    assertThat(business.send(id).status()).isEqualTo(409);
    assertThat(business.receive(id, "1").require(409).reason()).isEqualTo("VOID");
    assertThat(payer.goToCardPage().header("location")).endsWith("?cancelled=1");
    assertThat(payer.invoice().path("status").asString()).isEqualTo("VOID");
    assertThat(business.mails(id)).hasSize(1);
  }

  @Test
  void anOpenCardPageIsExpiredWhenItsInvoiceIsVoided() {
    String id = business.sent();
    String page = business.payerOf(id).openCardPage();

    business.voidInvoice(id).require(200);

    assertThat(rig.sandbox().session(page).path("status").asString()).isEqualTo("expired");
  }

  @Test
  void anOpenInvoiceIsWrittenOffButNoPaidOne() {
    String open = business.sent();
    String paid = business.sent();
    business.receive(paid, "232").require(201);
    var reason = Map.of("reason", "Moved abroad");

    business.act(open, "write-off", reason).require(200);

    assertThat(business.status(open)).isEqualTo("WRITTEN_OFF");
    assertThat(business.act(paid, "write-off", reason).status()).isEqualTo(409);
    assertThat(business.status(paid)).isEqualTo("PAID");
  }

  @Test
  void anInvoiceHandedOverInPersonIsSentWithoutAMail() {
    String id = business.draft();

    business.act(id, "mark-sent").require(200);

    assertThat(business.status(id)).isEqualTo("SENT");
    assertThat(business.invoice(id).path("invoice_number").asString("")).isNotEmpty();
    assertThat(business.deliveries(id)).isEmpty();
  }

  @Test
  void aSentInvoiceIsSentAgainOnlyOnRequest() {
    String id = business.sent();

    assertThat(business.send(id).require(409).reason()).isEqualTo("ALREADY_SENT");
    assertThat(business.mails(id)).hasSize(1);

    business.act(id, "send", Map.of("resend", true)).require(200);
    assertThat(business.mails(id)).hasSize(2);
  }

  private static Map<String, Object> at(int secondsFromNow) {
    return Map.of("send_at", Instant.now().plusSeconds(secondsFromNow).toString());
  }
}
