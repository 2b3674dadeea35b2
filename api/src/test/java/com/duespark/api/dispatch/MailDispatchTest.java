package com.duespark.api.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.reminders.Chase;
import com.duespark.api.shared.ApiTest;
import com.duespark.api.shared.Door;
import com.duespark.api.shared.Door.Person;
import com.duespark.domain.commands.CommandKind;
import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.inbox.WebhookEvent;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.storage.TestDatabase;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a provider's word on a mail leads to (CNV-05, DLV-07, DLV-08, WIS-08, JRN-28). */
@ApiTest
class MailDispatchTest {

  private static final String ADDRESS = "debtor@example.com";

  @Autowired Door door;
  @Autowired Chase chase;
  @Autowired MailDispatch mails;

  private final JdbcClient rows = JdbcClient.create(TestDatabase.owner());
  private Person person;
  private String contact = "";
  private String invoice = "";
  private UUID delivery = new UUID(0, 0);

  @BeforeEach
  void aReminderWasSentByPostmark() {
    person = door.owner();
    contact = chase.contact(person);
    invoice = chase.sent(person, contact);
    chase.plan(person, contact);
    delivery = chase.loseAnswer(person, contact).deliveryId();
    set("provider = 'postmark', status = 'SENT', sent_at = now()");
  }

  private void set(String change) {
    rows.sql("update deliveries set " + change + " where id = ?").param(delivery).update();
  }

  private Map<String, Object> row() {
    return rows.sql("select * from deliveries where id = ?").param(delivery).query().singleRow();
  }

  private String status() {
    return String.valueOf(row().get("status"));
  }

  private UUID tell(String type, String more) {
    return tell(Ids.next(), person.tenantId(), ADDRESS, type, more);
  }

  private UUID tell(UUID event, UUID tenant, String address, String type, String more) {
    var body =
        """
        {"RecordType":"%s","MessageID":"pm-1","Recipient":"%s","Email":"%s",
         "DeliveredAt":"2026-03-01T10:00:00Z",%s
         "Metadata":{"tenant_id":"%s","delivery_id":"%s"}}
        """
            .formatted(type, address, address, more, tenant, delivery);
    mails.dispatch(
        new WebhookEvent(event, "postmark", event.toString(), null, null, body, 1, Instant.now()));
    return event;
  }

  private String suppressed() {
    return person.get("/v1/contacts/" + contact).expect(200).body().toString();
  }

  private List<String> reasons() {
    return rows.sql("select suppressed_reason from channel_consents where contact_id = ?::uuid")
        .param(contact)
        .query(String.class)
        .list();
  }

  @Test
  void aHardBounceClosesTheAddressTellsTheCadenceAndTheInvoiceStaysSent() {
    int told = chase.told(contact);

    tell("Bounce", "\"ID\":7,\"Type\":\"HardBounce\",");

    assertThat(status()).isEqualTo("BOUNCED");
    assertThat(row().get("error_message")).isEqualTo("The address does not exist");
    assertThat(reasons()).containsExactly("HARD_BOUNCE");
    assertThat(chase.told(contact)).isEqualTo(told + 1);
    var shown = person.get("/v1/invoices/" + invoice + "/delivery-status").expect(200);
    assertThat(shown.body().toString()).contains("BOUNCED", "The address does not exist");
    assertThat(person.get("/v1/invoices/" + invoice).text("/data/status")).isEqualTo("SENT");
  }

  @Test
  void anotherAddressIsOpenAgain() {
    tell("Bounce", "\"ID\":7,\"Type\":\"HardBounce\",");
    assertThat(suppressed()).contains(Channel.EMAIL.name());

    person.patch("/v1/contacts/" + contact, "{\"email\":\"new@example.com\"}").expect(200);

    assertThat(suppressed()).doesNotContain(Channel.EMAIL.name());
  }

  @ParameterizedTest
  @CsvSource({
    "SpamComplaint, COMPLAINED, COMPLAINT",
    "SubscriptionChange, SENT, UNSUBSCRIBED",
  })
  void whoDoesNotWantMailsGetsNoMore(String type, String status, String reason) {
    tell(type, "\"ID\":8,\"SuppressSending\":true,");

    assertThat(status()).isEqualTo(status);
    assertThat(reasons()).containsExactly(reason);
  }

  @Test
  void aFullMailboxIsShownAndOnlyThreeInARowCloseTheAddress() {
    var soft = "\"Type\":\"SoftBounce\",";
    tell("Bounce", soft);
    tell("Bounce", soft);
    tell("Bounce", soft);
    assertThat(status()).isEqualTo("SENT");
    assertThat(row().get("error_message"))
        .isEqualTo("The mailbox takes no mail now; it may be full");
    assertThat(reasons()).as("one mail that came back thrice").isEmpty();

    for (int i = 0; i < 2; i++) {
      copyOfTheMail();
      tell("Bounce", soft);
    }

    assertThat(reasons()).containsExactly("SOFT_BOUNCES");
  }

  @Test
  void aMailThatArrivedInBetweenBeginsTheCountAnew() {
    var soft = "\"Type\":\"SoftBounce\",";
    tell("Bounce", soft);
    copyOfTheMail();
    tell("Bounce", soft);
    tell("Delivery", "");
    copyOfTheMail();
    tell("Bounce", soft);

    assertThat(reasons()).isEmpty();
  }

  /** The next mail to the same person. */
  private void copyOfTheMail() {
    var next = Ids.next();
    rows.sql(
            """
            insert into deliveries (id, tenant_id, type, channel, audience, contact_id, recipient,
              dedupe_key, request, status, provider)
            select ?, tenant_id, type, channel, audience, contact_id, recipient, ?, request, 'SENT',
              provider
            from deliveries where id = ?
            """)
        .params(next, next.toString(), delivery)
        .update();
    delivery = next;
  }

  @Test
  void repeatedAndReorderedEventsLeadToOneEnd() {
    var random = new Random(42);
    for (int round = 0; round < 6; round++) {
      copyOfTheMail();
      var events = new java.util.ArrayList<Runnable>();
      for (var event :
          List.of(
              Map.entry("Delivery", ""),
              Map.entry("Open", ""),
              Map.entry("Bounce", "\"ID\":9,\"Type\":\"HardBounce\","),
              Map.entry("SpamComplaint", "\"ID\":10,"))) {
        var id = Ids.next();
        Runnable told =
            () -> tell(id, person.tenantId(), ADDRESS, event.getKey(), event.getValue());
        events.add(told);
        events.add(told);
      }
      Collections.shuffle(events, random);

      events.forEach(Runnable::run);

      assertThat(status()).as("round %d", round).isEqualTo("COMPLAINED");
      assertThat(row().get("open_count")).isEqualTo(1);
      assertThat(row().get("delivered_at")).isNotNull();
      assertThat(row().get("opened_at")).isNotNull();
    }
  }

  @ParameterizedTest
  @CsvSource({"FAILED", "SUPPRESSED"})
  void whatEndedOtherwiseStaysEnded(String end) {
    set("status = '" + end + "'");

    tell("Delivery", "");

    assertThat(status()).isEqualTo(end);
  }

  @Test
  void theProvidersEchoEndsADoubt() {
    set("status = 'UNKNOWN'");

    tell("Delivery", "");

    assertThat(chase.waiting(contact, CommandKind.RESOLVE_REMINDER))
        .singleElement()
        .asString()
        .contains("SENT", "pm-1", delivery.toString());
  }

  @Test
  void anAnswerThatIsStillAwaitedIsNotPrecededByItsEcho() {
    set("status = 'ATTEMPTING', lease_until = now() + interval '20 seconds'");

    tell("Delivery", "");

    assertThat(status()).isEqualTo("ATTEMPTING");
    assertThat(chase.waiting(contact, CommandKind.RESOLVE_REMINDER)).isEmpty();
  }

  @Test
  void anotherBusinessProviderOrRecipientChangesNothing() {
    var stranger = door.owner();

    tell(Ids.next(), stranger.tenantId(), ADDRESS, "Delivery", "");
    tell(Ids.next(), UUID.randomUUID(), ADDRESS, "Delivery", "");
    tell(Ids.next(), person.tenantId(), "somebody@example.com", "Delivery", "");
    set("provider = 'ses'");
    tell("Delivery", "");

    assertThat(status()).isEqualTo("SENT");
  }
}
