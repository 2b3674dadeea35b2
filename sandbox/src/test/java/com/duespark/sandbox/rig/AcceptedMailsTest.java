package com.duespark.sandbox.rig;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.sandbox.log.FactLog;
import com.duespark.sandbox.log.Json;
import com.duespark.sandbox.rig.Evidence.Kind;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptedMailsTest {

  @Test
  void readsWhichMailIsAboutWhichInvoices(@TempDir Path data) throws IOException {
    try (var log = FactLog.open(data)) {
      log.append("postmark", "mail.accepted", mail("t1", null, "Invoice INV-1 from Us", ""));
      log.append("postmark", "mail.accepted", mail("t1", null, "Receipt for invoice INV-1", ""));
      log.append("postmark", "mail.accepted", mail("t1", null, "Paid: 1 by X, invoice INV-1", ""));
      log.append(
          "postmark", "mail.accepted", mail("t1", "c1", "Two are open", "INV-1 and INV-2, INV-2"));
      log.append("postmark", "mail.accepted", mail("t2", "c1", "Another business", "INV-1"));
      log.append("stripe", "event.created", new JsonObject());
    }

    var mails = AcceptedMails.in(data.resolve("log.jsonl"), Set.of("t1"));

    assertThat(mails)
        .extracting(Evidence.Accepted::kind)
        .containsExactly(Kind.INVOICE, Kind.RECEIPT, Kind.NOTICE, Kind.REMINDER);
    assertThat(mails.getLast().numbers()).containsExactly("INV-1", "INV-2");
    assertThat(mails.getLast().to()).isEqualTo("pay@c.example");
  }

  @Test
  void passesOverALineThatAKillCutOff(@TempDir Path data) throws IOException {
    try (var log = FactLog.open(data)) {
      log.append("postmark", "mail.accepted", mail("t1", null, "Invoice INV-1 from Us", ""));
    }
    Files.writeString(
        data.resolve("log.jsonl"),
        "{\"n\":2,\"kind\":\"mail.accepted\",\"bo",
        StandardOpenOption.APPEND);

    assertThat(AcceptedMails.in(data.resolve("log.jsonl"), Set.of("t1"))).hasSize(1);
  }

  private static JsonObject mail(
      String tenant, @Nullable String contact, String subject, String text) {
    JsonObject metadata = Json.object("tenant_id", tenant, "delivery_id", "d1");
    if (contact != null) {
      metadata.addProperty("contact_id", contact);
    }
    return Json.object(
        "to", List.of("pay@c.example"), "subject", subject, "text", text, "metadata", metadata);
  }
}
