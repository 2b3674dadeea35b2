package com.duespark.api.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.reminders.Chase;
import com.duespark.api.shared.ApiTest;
import com.duespark.api.shared.Door;
import com.duespark.api.shared.Door.Person;
import com.duespark.domain.storage.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/**
 * A payer's link opens one invoice and tells nothing else to anybody (PSS-01 to PSS-05, PSS-07). A
 * payment that is refused needs the workflows: {@code JourneyIT}.
 */
@ApiTest
@ExtendWith(OutputCaptureExtension.class)
class PortalDoorTest {

  private static final String NOTE = "Kakamega-7731";

  @Autowired Door door;
  @Autowired Chase chase;
  @Autowired MockMvc mvc;

  private Person owner;
  private String address = "";
  private String contact = "";
  private String invoice = "";
  private String secret = "";

  @BeforeEach
  void shareALink() {
    owner = door.owner();
    address = door.stranger().address();
    contact = chase.contact(owner);
    owner.patch("/v1/contacts/" + contact, "{\"notes\":\"%s\"}".formatted(NOTE)).expect(200);
    invoice = chase.sent(owner, contact);
    secret = share();
  }

  private String share() {
    var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    var url =
        owner
            .post("/v1/invoices/" + invoice + "/portal-link", "{}", key)
            .expect(201)
            .text("/data/url");
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private MockHttpServletResponse ask(HttpMethod method, String path, MediaType type)
      throws Exception {
    var request =
        MockMvcRequestBuilders.request(method, path)
            .accept(type)
            .with(
                from -> {
                  from.setRemoteAddr(address);
                  return from;
                });
    return mvc.perform(request).andReturn().getResponse();
  }

  private MockHttpServletResponse open(String key) throws Exception {
    return ask(HttpMethod.GET, "/portal/invoices/" + key, MediaType.TEXT_HTML);
  }

  private static void sql(String statement, Object... parameters) {
    JdbcClient.create(TestDatabase.owner()).sql(statement).params(parameters).update();
  }

  @Test
  void aLinkOpensItsOwnInvoiceAndNothingElse() throws Exception {
    var other = chase.sent(owner, contact);
    var bearer = door.stranger().with(secret);

    assertThat(open(secret).getContentAsString())
        .contains(number(invoice))
        .doesNotContain(number(other));
    assertThat(open(other).getStatus()).isEqualTo(404);
    assertThat(open(secret + "/" + other).getStatus()).isEqualTo(404);
    bearer.get("/v1/invoices/" + invoice).expect(401);
    bearer.get("/v1/invoices").expect(401);
  }

  private String number(String id) {
    return owner.get("/v1/invoices/" + id).expect(200).text("/data/invoice_number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/pdf", "/receipt", "/promise", "/dispute"})
  void revokedRotatedExpiredAndUnknownLinksLookAlike(String part) throws Exception {
    var rotated = secret;
    var revoked = share();
    owner.delete("/v1/invoices/" + invoice + "/portal-link").expect(200);
    var expired = share();
    sql(
        "update portal_tokens set expires_at = now() - interval '1 second'"
            + " where entity_id = ?::uuid and revoked_at is null",
        invoice);
    var unknown = ask(HttpMethod.GET, "/portal/invoices/nobody" + part, MediaType.ALL);

    for (var dead : List.of(rotated, revoked, expired)) {
      var answer = ask(HttpMethod.GET, "/portal/invoices/" + dead + part, MediaType.ALL);

      assertThat(answer.getStatus()).isEqualTo(404).isEqualTo(unknown.getStatus());
      assertThat(known(answer)).isEqualTo(known(unknown)).contains("expired");
      assertThat(answer.getHeaderNames())
          .containsExactlyInAnyOrderElementsOf(unknown.getHeaderNames());
    }
  }

  /** The answer but for the number of the request. */
  private static String known(MockHttpServletResponse answer) throws Exception {
    return answer.getContentAsString().replaceAll("req_[0-9a-f]+", "req");
  }

  @Test
  void aLinkIsOpenedSixtyTimesAMinute() throws Exception {
    int opened = 0;
    while (open(secret).getStatus() == 200) {
      assertThat(++opened).isLessThanOrEqualTo(120); // a minute may begin in between
    }

    assertThat(open(secret).getStatus()).isEqualTo(429);
    assertThat(opened).isGreaterThanOrEqualTo(60);
  }

  @Test
  void whoeverGuessesIsShutOutForAQuarterOfAnHourAndAValidLinkStillOpens() throws Exception {
    int guesses = 0;
    MockHttpServletResponse answer;
    do {
      answer = open("guess" + guesses);
      assertThat(++guesses).isLessThanOrEqualTo(21); // ten minutes may begin in between
    } while (answer.getStatus() == 404);

    assertThat(answer.getStatus()).isEqualTo(429);
    assertThat(guesses).isGreaterThan(10);
    assertThat(open(secret).getStatus()).isEqualTo(200);

    sql("delete from rate_windows where scope = ?", "portal/unknown/" + address);
    var json = ask(HttpMethod.GET, "/portal/invoices/guess", MediaType.APPLICATION_JSON);
    assertThat(json.getStatus()).isEqualTo(429);
    assertThat(Integer.parseInt(json.getHeader("Retry-After"))).isBetween(600, 900);

    sql("update rate_shuts set shut_until = now() where scope = ?", "portal/unknown/" + address);
    assertThat(open("guess").getStatus()).isEqualTo(404);
  }

  @Test
  void answersNameNobodyOfTheBusinessAndNoIdOfOurs() throws Exception {
    var inside =
        List.of(
            owner.tenantId().toString(),
            owner.userId().toString(),
            contact,
            invoice,
            NOTE,
            "Asha@");

    for (var type : List.of(MediaType.TEXT_HTML, MediaType.APPLICATION_JSON)) {
      var answer = ask(HttpMethod.GET, "/portal/invoices/" + secret, type);

      assertThat(answer.getStatus()).isEqualTo(200);
      assertThat(answer.getContentAsString()).doesNotContain(inside);
      for (var header : answer.getHeaderNames()) {
        assertThat(answer.getHeaders(header).toString()).doesNotContain(inside);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PAID", "VOID", "WRITTEN_OFF"})
  void whatIsNotOwedCannotBePaid(String status) throws Exception {
    sql("update invoices set status = ? where id = ?::uuid", status, invoice);

    assertThat(open(secret).getStatus()).isEqualTo(200);
    assertThat(open(secret).getContentAsString()).doesNotContain("/pay\"");
  }

  @Test
  void noTableHoldsALink() throws Exception {
    owner.get("/v1/invoices/" + invoice).expect(200);
    open(secret);
    open("typed-" + UUID.randomUUID());

    for (var table :
        JdbcClient.create(TestDatabase.superuser())
            .sql("select tablename from pg_tables where schemaname = 'public'")
            .query(String.class)
            .list()) {
      assertThat(
              JdbcClient.create(TestDatabase.superuser())
                  .sql("select count(*) from %s t where strpos(t::text, ?) > 0".formatted(table))
                  .param(secret)
                  .query(Integer.class)
                  .single())
          .as(table)
          .isZero();
    }
  }

  @Test
  void noLogLineAndNoRefererHoldsALink(CapturedOutput output) throws Exception {
    var guess = "guess" + UUID.randomUUID();
    var answer = open(secret);
    open(guess);
    ask(HttpMethod.GET, "/portal/invoices/" + secret + "/pdf", MediaType.APPLICATION_PDF);
    ask(HttpMethod.PUT, "/portal/invoices/" + secret, MediaType.APPLICATION_JSON);

    assertThat(output.getAll()).doesNotContain(secret, guess);
    assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.getHeader("X-Robots-Tag")).contains("noindex");
    assertThat(answer.getHeader("Cache-Control")).contains("no-store");
    assertThat(answer.getHeader("Content-Security-Policy")).contains("default-src 'none'");
  }
}
