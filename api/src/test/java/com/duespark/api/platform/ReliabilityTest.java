package com.duespark.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.shared.ApiTest;
import com.duespark.api.shared.Door;
import com.duespark.api.shared.Door.Answer;
import com.duespark.api.shared.Door.Person;
import com.duespark.domain.inbox.Inbox;
import com.duespark.domain.ops.Outstanding;
import com.duespark.domain.platform.Platform;
import com.duespark.domain.storage.TestDatabase;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stuck work and events of providers, seen and settled (EP-187, EP-188, DLQ-02). */
@ApiTest
class ReliabilityTest {

  private static final String LETTERS = "/v1/admin/dead-letters";
  private static final String EVENTS = "/v1/admin/webhook-events";
  private static final String REASON = "{\"reason\":\"Refunded at the provider\"}";

  @Autowired Door door;
  @Autowired Inbox inbox;
  @Autowired Outstanding outstanding;

  private final JdbcClient rows = JdbcClient.create(TestDatabase.owner());
  private Letters letters;
  private Person admin;
  private Person owner;
  private UUID tenant;

  @BeforeEach
  void people() {
    letters = new Letters(inbox);
    admin = door.verifiedOwner();
    rows.sql("update users set platform_role = 'ADMIN' where email = ?")
        .param(admin.email())
        .update();
    owner = door.owner();
    tenant = owner.tenantId();
  }

  private Answer requeue(UUID letter) {
    return admin.post(LETTERS + "/" + letter + "/requeue", "{}");
  }

  private Answer discard(UUID letter, String body) {
    return admin.post(LETTERS + "/" + letter + "/discard", body);
  }

  private Answer reprocess(UUID event) {
    return admin.post(EVENTS + "/" + event + "/reprocess", "{}");
  }

  private static String why(Answer answer) {
    return answer.text("/error/details/0/code");
  }

  private static List<String> ids(Answer answer) {
    return StreamSupport.stream(answer.data().spliterator(), false)
        .map(row -> row.path("id").asString())
        .toList();
  }

  // ------------------------------------------------------------------ seeing

  @Test
  void lettersAreListedNewestFirstInPagesAndByWhatTheyAre() {
    var older = letters.letterOf(letters.failed(tenant));
    var newer = letters.letterOf(letters.failed(tenant));
    var mail = UUID.randomUUID();
    rows.sql("insert into dead_letters (id, kind, reason) values (?, 'EXPORT', 'Stuck')")
        .param(mail)
        .update();

    var first = admin.get(LETTERS + "?status=open&payment_related=true&limit=1").expect(200);
    var second =
        admin
            .get(
                LETTERS
                    + "?status=open&payment_related=true&limit=1&cursor="
                    + first.text("/meta/cursor"))
            .expect(200);

    assertThat(ids(first)).containsExactly(newer.toString());
    assertThat(ids(second)).containsExactly(older.toString());
    assertThat(ids(admin.get(LETTERS + "?kind=EXPORT").expect(200))).contains(mail.toString());
    assertThat(ids(admin.get(LETTERS + "?kind=EXPORT&status=DISCARDED").expect(200)))
        .doesNotContain(mail.toString());
    assertThat(admin.get(LETTERS + "?include_total=true").expect(200).text("/meta/total"))
        .isNotBlank();
    admin.get(LETTERS + "?kind=no%20word").expect(422);
    admin.get(LETTERS + "?status=lost").expect(422);
    rows.sql("delete from dead_letters where id = ?").param(mail).update();
  }

  @Test
  void eventsAreListedByProviderAndStatus() {
    var failed = letters.failed(tenant);
    var clerk = letters.event("clerk", null, "IGNORED");

    assertThat(ids(admin.get(EVENTS + "?limit=2").expect(200)))
        .containsExactly(clerk.toString(), failed.toString());
    assertThat(ids(admin.get(EVENTS + "?status=FAILED&limit=1").expect(200)))
        .containsExactly(failed.toString());
    assertThat(ids(admin.get(EVENTS + "?provider=clerk&status=IGNORED&limit=1").expect(200)))
        .containsExactly(clerk.toString());
    assertThat(
            admin
                .get(EVENTS + "?provider=clerk&include_total=true")
                .expect(200)
                .body()
                .at("/meta/total")
                .asInt())
        .isPositive();
  }

  @Test
  void nothingThatAProviderToldIsShown() {
    var event = letters.failed(tenant);
    var letter = letters.letterOf(event);

    for (var path : List.of(LETTERS, EVENTS, LETTERS + "/" + letter, EVENTS + "/" + event)) {
      assertThat(admin.get(path).expect(200).body().toString())
          .doesNotContain("wanjiku")
          .doesNotContain("payload_json");
    }
  }

  @Test
  void whatIsOpenedSaysWhoseItIsAndIsWrittenInTheLogsOfBoth() {
    var event = letters.failed(tenant);
    var letter = letters.letterOf(event);

    var opened = admin.get(LETTERS + "/" + letter).expect(200);
    var other = admin.get(EVENTS + "/" + event).expect(200);

    assertThat(opened.text("/data/business/name")).isEqualTo("Asha Repairs");
    assertThat(opened.text("/data/letter/event_id")).isEqualTo(event.toString());
    assertThat(opened.text("/data/letter/provider_event_id")).isEqualTo("evt_" + event);
    assertThat(other.text("/data/business/id")).isEqualTo(tenant.toString());
    assertThat(acts(tenant)).containsExactly("dead_letter.opened", "webhook_event.opened");
    assertThat(acts(Platform.ID)).contains("dead_letter.opened", "webhook_event.opened");
    assertThat(acts(admin.tenantId())).isEmpty();
    assertThat(owner.get("/v1/audit-log?entity_id=" + letter).expect(200).text("/data/0/sentence"))
        .isEqualTo("Asha, of the platform, looked at an event that failed");
  }

  @Test
  void lookingThroughAListIsWrittenDownToo() {
    long before = acts(Platform.ID).stream().filter("dead_letters.listed"::equals).count();

    admin.get(LETTERS).expect(200);
    admin.get(EVENTS).expect(200);

    assertThat(acts(Platform.ID).stream().filter("dead_letters.listed"::equals))
        .hasSize((int) before + 1);
    assertThat(acts(Platform.ID)).contains("webhook_events.listed");
  }

  /** What this administrator did, in the order of doing. */
  private List<String> acts(UUID log) {
    return rows.sql(
            """
            select action from audit_log where tenant_id = ? and actor = ?
              and entity_type in ('dead_letter', 'webhook_event')
            order by id
            """)
        .params(log, admin.userId().toString())
        .query(String.class)
        .list();
  }

  @Test
  void whatIsUnknownIsNotFound() {
    var nobody = UUID.randomUUID();

    admin.get(LETTERS + "/" + nobody).expect(404);
    admin.get(EVENTS + "/" + nobody).expect(404);
    requeue(nobody).expect(404);
    discard(nobody, REASON).expect(404);
    reprocess(nobody).expect(404);
    admin.get(LETTERS + "/no-id").expect(404);
  }

  // ------------------------------------------------------------------ requeue

  @Test
  void aRequeuedLetterPutsItsEventBackAsIfItCameNow() {
    var event = letters.failed(tenant);
    var letter = letters.letterOf(event);
    long open = open();

    var answer = requeue(letter).expect(200);

    assertThat(answer.text("/data/status")).isEqualTo("REQUEUED");
    assertThat(answer.text("/data/settled_by")).isEqualTo("Asha");
    assertThat(answer.data().path("allowed_actions")).isEmpty();
    assertThat(letters.standing(event)).isEqualTo("RECEIVED 0 fresh");
    assertThat(open()).isEqualTo(open - 1);
    assertThat(acts(tenant)).containsExactly("dead_letter.requeued");
    assertThat(acts(Platform.ID)).contains("dead_letter.requeued");
  }

  private long open() {
    return outstanding.now().stream()
        .filter(line -> line.what().equals("dead_letters_open") && line.kind().equals("webhook"))
        .mapToLong(Outstanding.Line::items)
        .sum();
  }

  @Test
  void againChangesNothingMore() {
    var event = letters.failed(tenant);
    var letter = letters.letterOf(event);
    requeue(letter).expect(200);
    letters.took(event, "PROCESSED");

    var again = requeue(letter).expect(200);

    assertThat(again.text("/data/status")).isEqualTo("REQUEUED");
    assertThat(letters.standing(event)).startsWith("PROCESSED");
    assertThat(acts(tenant)).containsExactly("dead_letter.requeued");
  }

  @Test
  void byManyAtOnceItIsDoneOnce() {
    var event = letters.failed(tenant);
    var letter = letters.letterOf(event);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls =
          IntStream.range(0, 8)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> i % 2 == 0 ? requeue(letter) : reprocess(event), threads))
              .toList();
      assertThat(calls).allSatisfy(call -> assertThat(call.join().status()).isEqualTo(200));
    }

    assertThat(letters.standing(event)).isEqualTo("RECEIVED 0 fresh");
    assertThat(acts(tenant).stream().filter("dead_letter.requeued"::equals).toList())
        .hasSizeLessThanOrEqualTo(1);
    assertThat(letters.letters(event)).hasSize(1);
  }

  @Test
  void whatFailsWhileItsLetterIsOpenIsKnownAndWhatFailsAgainIsANewLetter() {
    var event = letters.failed(tenant);
    letters.fail(event, tenant, "The same once more");
    assertThat(letters.letters(event)).hasSize(1);

    requeue(letters.letterOf(event)).expect(200);
    letters.fail(event, tenant, "It failed again");

    assertThat(letters.letters(event)).hasSize(2);
    assertThat(
            admin
                .get(LETTERS + "/" + letters.letterOf(event))
                .expect(200)
                .text("/data/letter/reason"))
        .isEqualTo("It failed again");
    requeue(letters.letterOf(event)).expect(200);
    assertThat(letters.standing(event)).isEqualTo("RECEIVED 0 fresh");
  }

  @Test
  void withoutAnEventThereIsNothingToTryAgain() {
    var letter = UUID.randomUUID();
    rows.sql(
            """
            insert into dead_letters (id, kind, entity_ref, reason)
            values (?, 'WEBHOOK', 'payment/pi_1', 'Old')
            """)
        .param(letter)
        .update();

    assertThat(why(requeue(letter).expect(409))).isEqualTo("NOT_REPEATABLE");
    var shown = admin.get(LETTERS + "/" + letter).expect(200);
    assertThat(shown.body().at("/data/letter/allowed_actions").toString())
        .isEqualTo("[\"DISCARD\"]");
    discard(letter, REASON).expect(200);
  }

  @Test
  void whatWasErasedOrIsPastItsTimeCannotBeTakenAgain() {
    var erased = letters.failed(tenant);
    rows.sql(
            """
            update webhook_events set payload_json = '{"erased": true}', emptied_at = now()
            where id = ?
            """)
        .param(erased)
        .update();
    var old = letters.event("postmark", tenant, "PROCESSED");
    rows.sql("update webhook_events set payload_json = '{}', emptied_at = now() where id = ?")
        .param(old)
        .update();

    assertThat(why(requeue(letters.letterOf(erased)).expect(409))).isEqualTo("PAYLOAD_GONE");
    var refused = reprocess(old).expect(409);

    assertThat(why(refused)).isEqualTo("PAYLOAD_GONE");
    assertThat(refused.text("/error/message")).contains("retention");
    assertThat(letters.standing(erased)).startsWith("FAILED");
    assertThat(letters.standing(old)).startsWith("PROCESSED");
    assertThat(admin.get(EVENTS + "/" + old).expect(200).text("/data/event/payload"))
        .isEqualTo("GONE");
  }

  // ------------------------------------------------------------------ discard

  @Test
  void aDiscardedLetterStaysSoWithItsFirstReason() {
    var event = letters.failed(tenant);
    var letter = letters.letterOf(event);
    long open = open();

    discard(letter, "{\"reason\":\"  \"}").expect(422);
    discard(letter, "{}").expect(422);
    discard(letter, REASON).expect(200);
    var again = discard(letter, "{\"reason\":\"Another\"}").expect(200);

    assertThat(again.text("/data/settled_because")).isEqualTo("Refunded at the provider");
    assertThat(open()).isEqualTo(open - 1);
    assertThat(why(requeue(letter).expect(409))).isEqualTo("DISCARDED");
    assertThat(letters.standing(event)).startsWith("FAILED");
    assertThat(acts(tenant)).containsExactly("dead_letter.discarded");
    assertThat(owner.get("/v1/audit-log?entity_id=" + letter).expect(200).body().toString())
        .contains("Refunded at the provider");
  }

  @Test
  void whatWasRequeuedIsNotDiscarded() {
    var letter = letters.letterOf(letters.failed(tenant));
    requeue(letter).expect(200);

    assertThat(why(discard(letter, REASON).expect(409))).isEqualTo("REQUEUED");
  }

  // ------------------------------------------------------------------ reprocess

  @Test
  void anEventIsTakenAgainWhateverBecameOfIt() {
    for (var status : List.of("PROCESSED", "IGNORED", "FAILED")) {
      var event = letters.event("stripe", tenant, status);

      assertThat(reprocess(event).expect(200).text("/data/status")).isEqualTo("RECEIVED");
      assertThat(letters.standing(event)).isEqualTo("RECEIVED 0 fresh");
    }
    assertThat(acts(tenant)).hasSize(3).containsOnly("webhook_event.reprocessed");
  }

  @Test
  void takingAnEventAgainSettlesTheLetterThatWaitsForIt() {
    var event = letters.failed(tenant);

    reprocess(event).expect(200);

    assertThat(
            admin
                .get(LETTERS + "/" + letters.letterOf(event))
                .expect(200)
                .text("/data/letter/status"))
        .isEqualTo("REQUEUED");
  }

  @Test
  void oneThatWaitsToBeTakenIsLeftAlone() {
    var event = letters.event("clerk", null, "RECEIVED");
    rows.sql(
            """
            update webhook_events set attempts = 7, claimed_until = now() + interval '5 minutes'
            where id = ?
            """)
        .param(event)
        .update();

    reprocess(event).expect(200);

    assertThat(letters.standing(event)).isEqualTo("RECEIVED 7 used");
  }
}
