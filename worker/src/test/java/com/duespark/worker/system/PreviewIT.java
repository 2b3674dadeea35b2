package com.duespark.worker.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What a preview shows is what leaves, but for the link. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreviewIT {
  private static final String ANY_LINK = "/portal/invoices/[A-Za-z0-9_-]+";

  private final Rig rig = Rig.running();
  private final Business business = Business.foundedOn(rig);

  @Test
  void theInvoice() {
    String id = business.draft();
    JsonNode shown = business.get("/v1/invoices/" + id + "/preview").require(200).data();

    business.send(id).require(200);

    JsonNode sent = business.mails(id).getFirst();
    assertSame(shown, sent);
    assertThat(shown.at("/to/0").asString()).isEqualTo(business.payer());
    assertThat(sent.toString()).contains(shown.at("/attachment/name").asString());
  }

  @Test
  void theReminder() {
    business.travelToOrdinaryWeeks();
    String contact = business.contact("preview-" + business.payer());
    String id = business.open(contact, 5);
    business.awaitReminders(id);
    JsonNode shown =
        business.post("/v1/reminders/preview", Map.of("invoice_id", id)).require(200).data();

    business.travel(3);

    var mails =
        await()
            .atMost(Duration.ofSeconds(20))
            .until(
                () -> rig.sandbox().mailsAbout("contact_id", contact), found -> !found.isEmpty());
    assertSame(shown, mails.getFirst());
  }

  private static void assertSame(JsonNode shown, JsonNode sent) {
    assertThat(sent.path("subject").asString()).isEqualTo(shown.path("subject").asString());
    for (String part : new String[] {"html", "text"}) {
      assertThat(withoutLink(sent.path(part))).isEqualTo(withoutLink(shown.path(part)));
    }
  }

  private static String withoutLink(JsonNode text) {
    assertThat(text.asString()).containsPattern(ANY_LINK);
    return text.asString().replaceAll(ANY_LINK, "/portal/invoices/-").replace("\r\n", "\n").strip();
  }
}
