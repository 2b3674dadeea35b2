package com.duespark.documents.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.documents.portal.PortalQuestion.Choice;
import com.duespark.documents.portal.PortalView.Answer;
import com.duespark.documents.portal.PortalView.State;
import com.duespark.domain.invoices.InvoiceDocument;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PortalPageTest {

  private static final String SCRIPT = "<script>alert(1)</script>";

  @Test
  void saysWhatIsStillToPay() {
    assertThat(PortalPage.render(Story.view(State.PAYABLE, true)))
        .contains("Invoice INV-0131 for <b>Savanna Bloom Exports Ltd</b>")
        .contains("</span> 148,820.00</span>")
        .contains("still to pay of 248,820.00. Was due <b class=\"nw\">7 Nov 2026</b>")
        .contains("aria-label=\"KES 100,000.00 of 248,820.00 paid\"")
        .contains("width=\"40.2\"")
        .contains("<b>100,000.00</b> paid 12 Nov 2026, M-PESA")
        .contains("<h1 class=\"h2\" id=\"hp\">Pay Lantana Row Studio</h1>")
        .contains("Pay KES 148,820.00</button>")
        .contains("fill=\"#B4472E\"")
        .contains("href=\"mailto:njeri@lantanarow.example\"")
        .contains("<dt>Paid 12 Nov 2026, M-PESA</dt><dd>−100,000.00</dd>");
  }

  @Test
  void saysDueWithoutProgressBeforeAnyPayment() {
    assertThat(
            PortalPage.render(
                Story.view(Story.invoice(), Story.unpaid(), State.PAYABLE, true, null)))
        .contains("<p class=\"soft num still\">Was due")
        .doesNotContain("class=\"prog\"", "receipt.pdf");
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void offersTheCardOnlyWhenItMayBePaid(State state) {
    var mayPay = state == State.PAYABLE || state == State.CANCELLED;
    var form = "<form method=\"post\" action=\"/i/7Q4M/pay\"";
    assertThat(PortalPage.render(Story.view(state, true)).contains(form)).isEqualTo(mayPay);
    assertThat(PortalPage.render(Story.view(state, false))).doesNotContain("<form", "<button");
  }

  @Test
  void sendsTheKeyWithTheForm() {
    assertThat(PortalPage.render(Story.view(State.PAYABLE, true)))
        .contains(
            "<input type=\"hidden\" name=\"idempotency_key\""
                + " value=\"0f8fad5b-d9cb-469f-a165-70867728950e\">");
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void refreshesOnlyWhileConfirming(State state) {
    assertThat(
            PortalPage.render(Story.view(state, true))
                .contains("<meta http-equiv=\"refresh\" content=\"2\">"))
        .isEqualTo(state == State.CONFIRMING);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void keepsToTheStrictPolicy(String page) {
    assertThat(page)
        .doesNotContain(" style=", "<style", "<script", "javascript:", " onclick")
        .contains("<meta name=\"robots\" content=\"noindex\">", "<html lang=\"en\">")
        .contains("<link rel=\"stylesheet\" href=\"/portal/assets/portal.");
    assertThat(page.split("<h1", -1)).hasSize(2);
  }

  static Stream<String> pages() {
    return Stream.concat(
        Stream.of(PortalPage.expired(), PortalPage.tooMany()),
        Stream.of(State.values())
            .flatMap(
                state ->
                    Stream.of(true, false)
                        .map(card -> PortalPage.render(Story.view(hostile(), state, card)))));
  }

  @Test
  void escapesNames() {
    assertThat(PortalPage.render(Story.view(hostile(), State.PAYABLE, true)))
        .doesNotContain(SCRIPT)
        .contains("&lt;script&gt;");
  }

  @Test
  void saysThatNothingWasTaken() {
    var sentence = "The payment was not completed. Nothing was taken.";
    assertThat(PortalPage.render(Story.view(State.CANCELLED, true))).contains(sentence);
    assertThat(PortalPage.render(Story.view(State.PAYABLE, true))).doesNotContain(sentence);
  }

  @Test
  void asksTheBusinessWhenThereIsNoWayToPay() {
    var bare = Story.invoice("Lantana Row Studio", "Achieng", Story.NO_WAY);
    assertThat(PortalPage.render(Story.view(bare, State.PAYABLE, false)))
        .contains("Ask Lantana Row Studio how to pay")
        .doesNotContain("M-PESA paybill");
    assertThat(PortalPage.render(Story.view(State.PAYABLE, false)))
        .doesNotContain("how to pay</a>")
        .contains("<dt>M-PESA paybill</dt><dd><b>400 222</b></dd>");
  }

  @Test
  void thanksWhenPaid() {
    assertThat(PortalPage.render(Story.view(State.PAID, true)))
        .contains("Paid in full. Thank you.")
        .contains("<dt>Received</dt><dd><b>KES 148,820.00</b></dd>")
        .contains("<dt>Method</dt><dd>Card</dd>", "<dt>When</dt><dd>20 Nov 2026</dd>")
        .contains("<dd><span class=\"dbl\">0.00</span></dd>", "Receipt, PDF");
  }

  // ------------------------------------------------------------------ what the payer answers

  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

  @Test
  void offersToNameADayAndToSayWhatIsWrong() {
    assertThat(PortalPage.render(Story.answered(new Answer(null, false, "/p", "/d"))))
        .contains("<a href=\"/p\">", "Pay on another day", "<a href=\"/d\">")
        .contains("Something is not right")
        .doesNotContain("You promised", "You told");
    assertThat(PortalPage.render(Story.answered(Answer.NONE)))
        .doesNotContain("Pay on another day", "Something is not right");
  }

  @Test
  void repeatsThePromiseAndLetsItBeChanged() {
    assertThat(PortalPage.render(Story.answered(new Answer(FRIDAY, false, "/p", "/d"))))
        .contains("You promised the rest for Friday 20 November 2026.")
        .contains("No reminders until then.", "<a class=\"link sm\" href=\"/p\">Change</a>")
        .doesNotContain("Pay on another day");
    assertThat(PortalPage.render(Story.answered(new Answer(FRIDAY, false, null, null))))
        .doesNotContain("Change</a>");
  }

  @Test
  void saysThatSomethingIsToBeSettledAndKeepsTheWayToPay() {
    assertThat(PortalPage.render(Story.answered(new Answer(FRIDAY, true, null, null))))
        .contains("You told Lantana Row Studio that something is not right.")
        .contains("Pay KES 148,820.00</button>")
        .doesNotContain("You promised");
  }

  @Test
  void asksForADayWithoutScript() {
    var page =
        PortalPage.promise(
            Story.question("Choose a day"), List.of(FRIDAY), FRIDAY, FRIDAY.plusDays(30), 500);

    assertThat(page)
        .contains("<form method=\"post\" action=\"/i/7Q4M/answer\">", "href=\"/i/7Q4M\"")
        .contains("name=\"promised_on\" value=\"2026-11-20\"", "<i>Fri</i>20")
        .contains("name=\"other_day\" min=\"2026-11-20\" max=\"2026-12-20\"")
        .contains("role=\"alert\"", "Choose a day", "maxlength=\"500\"")
        .doesNotContain("name=\"reason\"", "<script", " style=");
  }

  @Test
  void asksWhatIsWrongWithoutScript() {
    var page =
        PortalPage.dispute(Story.question(null), List.of(new Choice("AMOUNT", "The amount")), 1000);

    assertThat(page)
        .contains("name=\"reason\" value=\"AMOUNT\" required", "<span>The amount</span>")
        .contains("Send to Lantana Row Studio</button>", "name=\"details\"")
        .doesNotContain("promised_on", "role=\"alert\"", "<script", " style=");
  }

  @Test
  void drawsInitialsWithoutALogo() {
    assertThat(PortalPage.render(Story.view(State.PAYABLE, true))).contains(">LR</text>");
  }

  private static InvoiceDocument hostile() {
    return Story.invoice("Studio " + SCRIPT, "Buyer " + SCRIPT, Story.EVERY_WAY);
  }
}
