package com.duespark.api.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.reminders.Chase;
import com.duespark.api.shared.ApiTest;
import com.duespark.api.shared.Door;
import com.duespark.api.shared.Door.Person;
import com.duespark.domain.commands.CommandKind;
import com.duespark.domain.reminders.PayerRules;
import com.duespark.domain.storage.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What a payer answers on the page of an invoice, with a browser that runs no script. */
@ApiTest
class PortalAnswersTest {

  private final LocalDate today = LocalDate.now(ZoneId.of("Africa/Nairobi"));

  @Autowired Door door;
  @Autowired Chase chase;
  @Autowired MockMvc mvc;

  private String contact = "";
  private String invoice = "";
  private String page = "";

  @BeforeEach
  void sendOne() {
    Person person = door.owner();
    contact = chase.contact(person);
    invoice = chase.sent(person, contact);
    chase.plan(person, contact);
    page = chase.link(person, invoice);
  }

  private MockHttpServletResponse get(String path) throws Exception {
    return mvc.perform(MockMvcRequestBuilders.get(path).accept(MediaType.TEXT_HTML))
        .andReturn()
        .getResponse();
  }

  private MockHttpServletResponse post(String path, String... fields) throws Exception {
    var request =
        MockMvcRequestBuilders.post(path)
            .accept(MediaType.TEXT_HTML)
            .contentType(MediaType.APPLICATION_FORM_URLENCODED);
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return mvc.perform(request).andReturn().getResponse();
  }

  private MockHttpServletResponse json(String path, String body) throws Exception {
    return mvc.perform(
            MockMvcRequestBuilders.post(path)
                .accept(MediaType.APPLICATION_JSON)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body))
        .andReturn()
        .getResponse();
  }

  private static void sql(String statement, Object... parameters) {
    JdbcClient.create(TestDatabase.owner()).sql(statement).params(parameters).update();
  }

  @Test
  void thePageOffersToNameADayAndToSayWhatIsWrong() throws Exception {
    assertThat(get(page).getContentAsString())
        .contains("href=\"" + page + "/promise\"", "href=\"" + page + "/dispute\"");
  }

  @Test
  void theDaysOfferedAreBusinessDaysAhead() throws Exception {
    var answer = get(page + "/promise");

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getHeader("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(answer.getHeader("Cache-Control")).contains("no-store");
    var days =
        Pattern.compile("value=\"(\\d{4}-\\d\\d-\\d\\d)\"")
            .matcher(answer.getContentAsString())
            .results()
            .map(found -> LocalDate.parse(found.group(1)))
            .toList();
    assertThat(days)
        .hasSize(5)
        .isSorted()
        .allMatch(day -> day.isAfter(today) && day.getDayOfWeek().getValue() <= 5);
    assertThat(answer.getContentAsString())
        .contains("max=\"" + today.plusDays(PayerRules.PAYER_DAYS) + "\"");
  }

  @Test
  void aNamedDayGoesToTheCadenceAndThePayerBackToTheInvoice() throws Exception {
    var answer =
        post(
            page + "/promise",
            "promised_on",
            today.plusDays(3).toString(),
            "note",
            "Our buyer settles on Thursday");

    assertThat(answer.getStatus()).isEqualTo(303);
    assertThat(answer.getHeader("Location")).isEqualTo(page);
    assertThat(chase.waiting(contact, CommandKind.PROMISE))
        .singleElement()
        .asString()
        .contains(today.plusDays(3).toString(), "Our buyer settles on Thursday", invoice);
  }

  @Test
  void aTypedDateGoesBeforeATappedOne() throws Exception {
    post(
        page + "/promise",
        "promised_on",
        today.plusDays(1).toString(),
        "other_day",
        today.plusDays(9).toString());

    assertThat(chase.waiting(contact, CommandKind.PROMISE))
        .singleElement()
        .asString()
        .contains(today.plusDays(9).toString());
  }

  @Test
  void aFormThatIsNotTakenComesBackWithTheReasonAndTheWords() throws Exception {
    var without = post(page + "/promise", "note", "<b>Soon</b>");
    var noDate = post(page + "/promise", "other_day", "Friday");
    var noWords = post(page + "/dispute", "reason", "AMOUNT");
    var long501 = post(page + "/dispute", "reason", "PAID", "details", "x".repeat(501));

    assertThat(without.getStatus()).isEqualTo(422);
    assertThat(without.getContentAsString(StandardCharsets.UTF_8))
        .contains("Choose a day", "&lt;b&gt;Soon&lt;/b&gt;");
    assertThat(noDate.getContentAsString()).contains("year-month-day");
    assertThat(noWords.getContentAsString()).contains("Say in a few words what is wrong");
    assertThat(long501.getContentAsString()).contains("At most 500 characters");
    assertThat(chase.waiting(contact, CommandKind.PROMISE)).isEmpty();
    assertThat(chase.waiting(contact, CommandKind.DISPUTE)).isEmpty();
  }

  @Test
  void whatIsWrongGoesToTheCadence() throws Exception {
    assertThat(get(page + "/dispute").getContentAsString())
        .contains("Work is missing or not as agreed");

    var answer = post(page + "/dispute", "reason", "WORK", "details", "Two sleeves are missing");

    assertThat(answer.getStatus()).isEqualTo(303);
    assertThat(chase.waiting(contact, CommandKind.DISPUTE))
        .singleElement()
        .asString()
        .contains("Work is missing or not as agreed: Two sleeves are missing");
  }

  @Test
  void aProgramAnswersInJson() throws Exception {
    var promised = json(page + "/promise", "{\"promised_on\":\"%s\"}".formatted(today));
    var nothing = json(page + "/promise", "{}");

    assertThat(promised.getStatus()).isEqualTo(202);
    assertThat(promised.getContentAsString())
        .contains("\"allowed_actions\":[\"promise\",\"dispute\"]");
    assertThat(nothing.getStatus()).isEqualTo(422);
    assertThat(nothing.getContentAsString()).contains("\"field\":\"promised_on\"");
  }

  @Test
  void aPromiseAndADisputeAreShownOnThePage() throws Exception {
    sql(
        """
        update invoice_dunning set promise_to_pay_on = ?, promised_at = now(), promised_by = 'portal'
        where invoice_id = ?::uuid
        """,
        today.plusDays(2),
        invoice);
    assertThat(get(page).getContentAsString())
        .contains("You promised KES 200.00 for", "No reminders until then.", "Change");

    sql("update invoice_dunning set dispute_state = 'OPEN' where invoice_id = ?::uuid", invoice);
    assertThat(get(page).getContentAsString())
        .contains("that something is not right.")
        .doesNotContain("You promised", "/promise\"", "/dispute\"");
  }

  @Test
  void aPromiseThatWasBrokenIsNotHeldUpToThePayer() throws Exception {
    sql(
        """
        update invoice_dunning set promise_to_pay_on = ?, promised_at = now(), promised_by = 'portal'
        where invoice_id = ?::uuid
        """,
        today.minusDays(1),
        invoice);

    assertThat(get(page).getContentAsString())
        .doesNotContain("You promised")
        .contains("/promise\"");
  }

  @Test
  void afterThreeNamedDaysThePayerWritesToTheBusiness() throws Exception {
    for (int i = 0; i < PayerRules.PROMISES; i++) {
      post(page + "/promise", "promised_on", today.plusDays(i + 1).toString());
    }
    sql("update commands set status = 'DONE', result = '{}' where entity_id = ?::uuid", contact);

    assertThat(get(page).getContentAsString()).doesNotContain("/promise\"").contains("/dispute\"");
  }

  @Test
  void nothingIsAskedAboutAPaidInvoice() throws Exception {
    sql("update invoices set status = 'PAID' where id = ?::uuid", invoice);

    assertThat(get(page).getContentAsString()).doesNotContain("/promise\"", "/dispute\"");
  }

  @Test
  void answersAreLimitedPerLink() throws Exception {
    int status = 0;
    for (int i = 0; i < 12 && status != 429; i++) {
      status = post(page + "/dispute", "reason", "NOT_MINE").getStatus();
    }

    assertThat(status).isEqualTo(429);
    assertThat(get(page).getStatus()).isEqualTo(200);
  }

  @Test
  void aLinkThatOpensNothingAsksNothing() throws Exception {
    assertThat(get("/portal/invoices/nobody/promise").getStatus()).isEqualTo(404);
    assertThat(post("/portal/invoices/nobody/dispute", "reason", "AMOUNT").getStatus())
        .isEqualTo(404);
  }
}
