package com.duespark.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duespark.sandbox.log.Json;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.postmarkapp.postmark.Postmark;
import com.postmarkapp.postmark.client.ApiClient;
import com.postmarkapp.postmark.client.Parameters;
import com.postmarkapp.postmark.client.data.model.message.Message;
import com.postmarkapp.postmark.client.data.model.message.MessageResponse;
import com.postmarkapp.postmark.client.data.model.messages.OutboundMessages;
import com.postmarkapp.postmark.client.exception.InvalidAPIKeyException;
import com.postmarkapp.postmark.client.exception.InvalidMessageException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailTest {
  private final Path data;
  private SandboxFixture sandbox;

  MailTest(@TempDir Path data) throws IOException {
    this.data = data;
    sandbox = new SandboxFixture(data);
  }

  @AfterEach
  void stop() throws IOException {
    sandbox.close();
  }

  @Test
  void sendsAndFindsByMetadata() throws Exception {
    MessageResponse sent = postmark("token").deliverMessage(message("jane@example.com", "a1"));
    postmark("token").deliverMessage(message("joe@example.com", "a2"));

    assertThat(sent.getErrorCode()).isZero();
    OutboundMessages found = postmark("token").getMessages(search("a1"));
    assertThat(found.getTotalCount()).isEqualTo(1);
    assertThat(found.getMessages().getFirst().getMessageId()).isEqualTo(sent.getMessageId());
    assertThat(found.getMessages().getFirst().getMetadata()).containsEntry("attempt_id", "a1");
    assertThat(postmark("token").getMessageDetails(sent.getMessageId()).getTextBody())
        .isEqualTo("Hello");
    assertThat(postmark("other").getMessages(search("a1")).getTotalCount()).isZero();
    assertThat(mails("?to=jane&subject=invoice&metadata_attempt_id=a1")).hasSize(1);
  }

  @Test
  void refusesAsPostmarkDoes() throws Exception {
    assertThatThrownBy(() -> postmark("invalid").deliverMessage(message("a@example.com", "x")))
        .isInstanceOf(InvalidAPIKeyException.class);
    assertThatThrownBy(() -> postmark("token").deliverMessage(message("inactive@example.com", "x")))
        .isInstanceOfSatisfying(
            InvalidMessageException.class, e -> assertThat(e.getErrorCode()).isEqualTo(406));
    assertThatThrownBy(() -> postmark("token").deliverMessage(message("nobody", "x")))
        .isInstanceOfSatisfying(
            InvalidMessageException.class, e -> assertThat(e.getErrorCode()).isEqualTo(300));
    List<MessageResponse> batch =
        postmark("token")
            .deliverMessage(
                List.of(message("a@example.com", "x"), message("inactive@example.com", "x")));
    assertThat(batch).extracting(MessageResponse::getErrorCode).containsExactly(0, 406);
    assertThat(mails("")).hasSize(1);
  }

  @Test
  void acceptsThenCutsTheConnection() throws Exception {
    sandbox.fault("provider", "postmark", "action", "drop_after", "recipient", "jane@");
    ApiClient client = postmark("token");

    assertThatThrownBy(() -> client.deliverMessage(message("jane@example.com", "a1")))
        .isInstanceOf(IOException.class);

    assertThat(client.getMessages(search("a1")).getTotalCount()).isEqualTo(1);
  }

  @Test
  void answersWithTheOrderedStatus() {
    sandbox.fault(
        "provider",
        "postmark",
        "action",
        "status",
        "code",
        429,
        "headers",
        Map.of("Retry-After", "7"),
        "body",
        "{\"ErrorCode\":429}");

    var limited = sandbox.send("POST", "/email", "application/json", "{}");
    var usual = sandbox.send("POST", "/email", "application/json", "{}");

    assertThat(limited.statusCode()).isEqualTo(429);
    assertThat(limited.headers().firstValue("Retry-After")).contains("7");
    assertThat(usual.statusCode()).isEqualTo(422);
  }

  @Test
  void refusesSesRequestsThatAreNotSigned() {
    var answer = sandbox.send("POST", "/v2/email/outbound-emails", "application/json", "{}");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("x-amzn-ErrorType"))
        .contains("MissingAuthenticationTokenException");
    assertThat(mails("")).isEmpty();
  }

  @Test
  void tellsWhatBecomesOfAMailAsOftenAsOrdered() throws Exception {
    sandbox.close();
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      sandbox = SandboxFixture.telling(data, receiver.url());
      postmark("token").deliverMessage(message("jane@example.com", "a1"));
      assertThat(receiver.next().body()).contains("\"RecordType\":\"Delivery\"", "a1");
      String id = Json.text(mails("").get(0).getAsJsonObject(), "id");

      JsonObject told =
          sandbox.post(
              "/sandbox/mails/" + id + "/events",
              Json.object("events", List.of("bounced", "opened"), "times", 2));

      assertThat(told.get("statuses").toString()).isEqualTo("[200,200,200,200]");
      String bounce = receiver.next().body();
      assertThat(bounce).contains("HardBounce");
      assertThat(receiver.next().body()).as("the same event again").isEqualTo(bounce);
      assertThat(receiver.next().body()).contains("\"RecordType\":\"Open\"");
    }
  }

  @Test
  void keepsSmtpMailsWithTheirFilesOverARestart() throws Exception {
    Transport.send(mime("jane@example.com"));
    sandbox.close();
    sandbox = new SandboxFixture(data);

    JsonObject mail = mails("?metadata_tenant=t1").get(0).getAsJsonObject();
    assertThat(Json.text(mail, "provider")).isEqualTo("smtp");
    assertThat(Json.text(mail, "subject")).isEqualTo("Überfällig");
    assertThat(Json.text(mail, "text", "").strip()).isEqualTo("Guten Tag");
    assertThat(Json.text(mail, "html", "").strip()).isEqualTo("<p>Guten Tag</p>");
    assertThat(mail.get("attachments").toString())
        .isEqualTo("[{\"name\":\"a.csv\",\"type\":\"text/csv\",\"size\":3}]");
    String path = "/sandbox/mails/" + Json.text(mail, "id") + "/attachments/0";
    assertThat(sandbox.send("GET", path, "", "").body()).isEqualTo("1,2");
  }

  @Test
  void refusesAndCutsOverSmtp() throws Exception {
    assertThatThrownBy(() -> Transport.send(mime("inactive@example.com")))
        .isInstanceOf(SendFailedException.class);
    sandbox.fault("provider", "smtp", "action", "status", "code", 451);
    assertThatThrownBy(() -> Transport.send(mime("a@example.com")))
        .isInstanceOf(MessagingException.class)
        .hasMessageContaining("451");
    assertThat(mails("")).isEmpty();

    sandbox.fault("provider", "smtp", "action", "drop_after");
    assertThatThrownBy(() -> Transport.send(mime("a@example.com")))
        .isInstanceOf(MessagingException.class);
    assertThat(mails("")).hasSize(1);
    sandbox.post("/sandbox/reset", new JsonObject());
    assertThat(mails("")).isEmpty();
  }

  private ApiClient postmark(String token) {
    return Postmark.getApiClient(token, false, "127.0.0.1:" + sandbox.httpPort());
  }

  private static Message message(String to, String attempt) {
    Message message = new Message("Owner <owner@example.com>", to, "Invoice 1001", null, "Hello");
    message.setMetadata(Map.of("attempt_id", attempt, "tenant_id", "t1"));
    return message;
  }

  private static Parameters search(String attempt) {
    return Parameters.init()
        .build("count", 10)
        .build("offset", 0)
        .build("metadata_attempt_id", attempt);
  }

  private JsonArray mails(String query) {
    return sandbox.get("/sandbox/mails" + query).getAsJsonArray("data");
  }

  private MimeMessage mime(String to) throws MessagingException {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", String.valueOf(sandbox.smtpPort()));
    MimeMessage message = new MimeMessage(Session.getInstance(properties));
    message.setFrom("owner@example.com");
    message.setRecipients(RecipientType.TO, to);
    message.setSubject("Überfällig", StandardCharsets.UTF_8.name());
    message.setHeader("X-PM-Metadata-tenant", "t1");
    MimeBodyPart text = new MimeBodyPart();
    text.setText("Guten Tag", "UTF-8");
    MimeBodyPart html = new MimeBodyPart();
    html.setText("<p>Guten Tag</p>", "UTF-8", "html");
    MimeBodyPart file = new MimeBodyPart();
    file.setText("1,2", "UTF-8", "csv");
    file.setFileName("a.csv");
    message.setContent(new MimeMultipart(text, html, file));
    return message;
  }
}
