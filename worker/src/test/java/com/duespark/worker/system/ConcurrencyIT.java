package com.duespark.worker.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.duespark.worker.system.Http.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Many people at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConcurrencyIT {
  private final Rig rig = Rig.running();
  private final Business business = Business.foundedOn(rig);

  @Test
  void fiftyInvoicesSentAtOnceAreNumberedWithoutGapOrDouble() throws Exception {
    Business busy = Business.foundedOn(rig);
    busy.contact();
    List<String> drafts = AtOnce.times(50, i -> busy.draft());

    List<Reply> answers = AtOnce.times(50, i -> busy.send(drafts.get(i)));

    assertThat(answers).extracting(Reply::status).isSubsetOf(200, 202);
    drafts.forEach(id -> busy.awaitStatus(id, "SENT", Duration.ofSeconds(60)));
    List<Integer> numbers =
        drafts.stream()
            .map(id -> busy.invoice(id).path("invoice_number").asString())
            .map(number -> Integer.valueOf(number.replaceAll("^.*?(\\d+)$", "$1")))
            .sorted()
            .toList();
    int first = numbers.getFirst();
    assertThat(numbers)
        .containsExactlyElementsOf(IntStream.range(first, first + 50).boxed().toList());
    drafts.forEach(id -> assertThat(busy.mails(id)).hasSize(1));
  }

  @Test
  void oneInvoiceSentByTwentyPeopleAtOnceIsOneMail() throws Exception {
    String id = business.draft();

    List<Reply> answers = AtOnce.times(20, i -> business.send(id));

    assertThat(answers).extracting(Reply::status).contains(200).isSubsetOf(200, 202, 409);
    business.awaitStatus(id, "SENT");
    assertThat(business.deliveries(id)).hasSize(1);
    assertThat(business.mails(id)).hasSize(1);
  }

  @Test
  void oneKeyTenTimesAtOnceIsOneMailAndTenEqualAnswers() throws Exception {
    String id = business.draft();
    String key = UUID.randomUUID().toString();

    List<Reply> answers = AtOnce.times(10, i -> business.send(id, key));

    assertThat(answers).extracting(Reply::status).containsOnly(200);
    assertThat(answers).extracting(Reply::data).containsOnly(answers.getFirst().data());
    assertThat(business.mails(id)).hasSize(1);
  }

  @Test
  void oneKeyForTwoRequestsIsRefused() {
    String key = UUID.randomUUID().toString();
    String id = business.draft();
    business.send(id, key).require(200);

    Reply other =
        business.call("POST", "/v1/invoices/" + id + "/send", Map.of("message", "Hi"), key);

    assertThat(other.require(409).reason()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void twoPaymentsByHandAtOnceBothCount() throws Exception {
    String id = business.sent();

    List<Reply> answers = AtOnce.times(2, i -> business.receive(id, List.of("100", "132").get(i)));

    assertThat(answers).extracting(Reply::status).containsOnly(201);
    assertThat(business.invoice(id).path("amount_paid").asString()).isEqualTo("232.00");
    assertThat(business.status(id)).isEqualTo("PAID");
  }

  @Test
  void ofFivePaymentsAtOnceOnlyWhatIsDueIsTaken() throws Exception {
    String id = business.sent();

    List<Reply> answers = AtOnce.times(5, i -> business.receive(id, "100"));

    assertThat(answers)
        .extracting(Reply::status)
        .containsExactlyInAnyOrder(201, 201, 422, 422, 422);
    assertThat(business.invoice(id).path("amount_paid").asString()).isEqualTo("200.00");
  }

  @Test
  void aVoidAndAPaymentAtOnceLeaveOneOfThem() throws Exception {
    String id = business.sent();

    List<Reply> answers =
        AtOnce.times(2, i -> i == 0 ? business.voidInvoice(id) : business.receive(id, "232"));

    assertThat(answers).extracting(Reply::status).contains(409);
    boolean isVoid = business.status(id).equals("VOID");
    assertThat(business.payments(id)).hasSize(isVoid ? 0 : 1);
    await().until(() -> isVoid || business.status(id).equals("PAID"));
  }
}
