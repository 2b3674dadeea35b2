package com.duespark.api.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.reminders.Chase;
import com.duespark.api.shared.ApiTest;
import com.duespark.api.shared.Door;
import com.duespark.domain.secrets.Sealed;
import com.duespark.domain.storage.TestDatabase;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApiTest
class PortalLinkTest {

  @Autowired Door door;
  @Autowired Chase chase;
  @Autowired Sealed box;

  private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());

  @Test
  void aRepeatAnswersTheSameLinkAlthoughItsSecretIsStoredNowhere() {
    var person = door.owner();
    var path = path(chase.sent(person, chase.contact(person)));
    var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());

    var first = person.post(path, "", key).expect(201);
    var second = person.post(path, "", key).expect(201);

    assertThat(second.header("Idempotent-Replay")).isEqualTo("true");
    assertThat(second.data()).isEqualTo(first.data());
    var page = URI.create(first.text("/data/url")).getPath();
    assertThat(door.stranger().get(page).status()).isEqualTo(200);
    assertThat(stored(person)).contains("token_id").doesNotContain("portal", secretOf(page));
  }

  @Test
  void aRepeatAfterAnotherLinkWasMadeAnswersTheOneThatIsOver() {
    var person = door.owner();
    var path = path(chase.sent(person, chase.contact(person)));
    var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    var first = person.post(path, "", key).expect(201).text("/data/url");
    var later = person.post(path, "").expect(201).text("/data/url");

    var again = person.post(path, "", key).expect(201).text("/data/url");

    assertThat(again).isEqualTo(first).isNotEqualTo(later);
    assertThat(door.stranger().get(URI.create(again).getPath()).status()).isEqualTo(404);
    assertThat(door.stranger().get(URI.create(later).getPath()).status()).isEqualTo(200);
  }

  @Test
  void anotherRequestWithTheKeyAndAnUnknownInvoiceAreRefused() {
    var person = door.owner();
    var contact = chase.contact(person);
    var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    person.post(path(chase.sent(person, contact)), "", key).expect(201);

    var other = person.post(path(chase.sent(person, contact)), "", key).expect(409);

    assertThat(other.text("/error/details/0/code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    person.post(path(UUID.randomUUID().toString()), "").expect(404);
  }

  private static String path(String invoiceId) {
    return "/v1/invoices/" + invoiceId + "/portal-link";
  }

  private static String secretOf(String page) {
    return page.substring(page.lastIndexOf('/') + 1);
  }

  /** All answers that are kept for the person's business. */
  private String stored(Door.Person person) {
    return owner
        .sql("select response_body from idempotency_keys where tenant_id = ?")
        .param(person.tenantId())
        .query(String.class)
        .stream()
        .map(box::open)
        .collect(Collectors.joining(" "));
  }
}
