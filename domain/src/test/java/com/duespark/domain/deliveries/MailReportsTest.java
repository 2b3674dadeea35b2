package com.duespark.domain.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duespark.domain.deliveries.MailReport.Kind;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The providers' events in our words. */
class MailReportsTest {

  private static final UUID TENANT = new UUID(0, 1);
  private static final UUID DELIVERY = new UUID(0, 2);

  private static String postmark(String type, String more) {
    return """
        {"RecordType":"%s","MessageID":"pm-1","Recipient":"Payer@Example.com",%s
         "Metadata":{"tenant_id":"%s","delivery_id":"%s"}}
        """
        .formatted(type, more, TENANT, DELIVERY);
  }

  private static String ses(String type, String part) {
    return """
        {"eventType":"%s",%s"mail":{"timestamp":"2026-03-01T10:00:00.000Z","messageId":"ses-1",
         "destination":["Payer@Example.com"],
         "tags":{"tenant_id":["%s"],"delivery_id":["%s"],"ses:configuration-set":["duespark"]}}}
        """
        .formatted(type, part, TENANT, DELIVERY);
  }

  private static MailReport report(Kind kind, String message, Instant at, String words) {
    return new MailReport(
        kind, TENANT, DELIVERY, message, "payer@example.com", at, words.isEmpty() ? null : words);
  }

  @Test
  void aDeliveryByPostmark() {
    var body = postmark("Delivery", "\"DeliveredAt\":\"2026-03-01T05:00:00.5-05:00\",");

    assertThat(PostmarkReports.read(body))
        .contains(report(Kind.DELIVERED, "pm-1", Instant.parse("2026-03-01T10:00:00.5Z"), ""));
  }

  @ParameterizedTest
  @CsvSource({
    "HardBounce, BOUNCED, The address does not exist",
    "BadEmailAddress, BOUNCED, The address does not exist",
    "SpamNotification, BLOCKED, The recipient's mail server turned it away as unwanted",
    "Transient, SOFT_BOUNCED, The mailbox takes no mail now; it may be full",
    "DnsError, SOFT_BOUNCED, The recipient's mail server cannot be found now"
  })
  void aMailThatCameBackToPostmark(String type, Kind kind, String words) {
    var body =
        postmark(
            "Bounce",
            "\"ID\":7,\"Type\":\"%s\",\"BouncedAt\":\"2026-03-01T10:00:00Z\",".formatted(type));

    assertThat(PostmarkReports.read(body))
        .contains(report(kind, "pm-1", Instant.parse("2026-03-01T10:00:00Z"), words));
  }

  @ParameterizedTest
  @CsvSource({"AutoResponder", "AddressChange", "ChallengeVerification"})
  void anAbsenceNoteIsNoBounce(String type) {
    var body =
        postmark(
            "Bounce",
            "\"ID\":7,\"Type\":\"%s\",\"BouncedAt\":\"2026-03-01T10:00:00Z\",".formatted(type));

    assertThat(PostmarkReports.read(body)).isEmpty();
  }

  @Test
  void postmarksEventsAreToldApart() {
    var first = postmark("Open", "\"ReceivedAt\":\"2026-03-01T10:00:00Z\",");
    var second = postmark("Open", "\"ReceivedAt\":\"2026-03-01T10:05:00Z\",");

    assertThat(PostmarkReports.eventId(first)).isPresent();
    assertThat(PostmarkReports.eventId(first)).isEqualTo(PostmarkReports.eventId(first));
    assertThat(PostmarkReports.eventId(first)).isNotEqualTo(PostmarkReports.eventId(second));
    assertThat(PostmarkReports.eventId("{")).isEmpty();
    assertThat(PostmarkReports.eventId("{}")).isEmpty();
  }

  @Test
  void acceptanceAndDeliveryByAmazon() {
    var sent = SesReports.read(ses("Send", "\"send\":{},"));
    var delivered =
        SesReports.read(
            ses("Delivery", "\"delivery\":{\"timestamp\":\"2026-03-01T10:00:02.000Z\"},"));

    assertThat(sent)
        .contains(report(Kind.ACCEPTED, "ses-1", Instant.parse("2026-03-01T10:00:00Z"), ""));
    assertThat(delivered)
        .contains(report(Kind.DELIVERED, "ses-1", Instant.parse("2026-03-01T10:00:02Z"), ""));
  }

  @ParameterizedTest
  @CsvSource({
    "Permanent, NoEmail, BOUNCED, The address does not exist",
    "Permanent, Suppressed, BOUNCED, Earlier mails to this address came back",
    "Transient, MailboxFull, SOFT_BOUNCED, The mailbox is full",
    "Transient, ContentRejected, BLOCKED, The recipient's mail server turned it away as unwanted"
  })
  void aMailThatCameBackToAmazon(String type, String subType, Kind kind, String words) {
    var part =
        """
        "bounce":{"bounceType":"%s","bounceSubType":"%s","timestamp":"2026-03-01T10:00:02.000Z",
         "bouncedRecipients":[{"emailAddress":"payer@example.com"}]},
        """
            .formatted(type, subType);

    assertThat(SesReports.read(ses("Bounce", part)))
        .contains(report(kind, "ses-1", Instant.parse("2026-03-01T10:00:02Z"), words));
  }

  @Test
  void whatIsNotOursIsNoReport() {
    assertThat(PostmarkReports.read("{\"RecordType\":\"Delivery\",\"MessageID\":\"1\"}")).isEmpty();
    assertThat(SesReports.read("{\"eventType\":\"Delivery\",\"mail\":{\"tags\":{}}}")).isEmpty();
    assertThat(SesReports.read(ses("Rendering Failure", ""))).isEmpty();
    assertThatThrownBy(() -> PostmarkReports.read(postmark("Delivery", "")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
