package com.duespark.documents.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.duespark.documents.mail.ReminderMail.Item;
import com.duespark.documents.mail.ReminderMail.Rest;
import com.duespark.documents.portal.Story;
import com.duespark.domain.invoices.InvoiceDocument.HowToPay;
import com.duespark.domain.reminders.Tone;
import com.duespark.domain.secrets.Confidential;
import com.duespark.domain.shared.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReminderMailTest {

  private static final Money KES_500 = Money.of(50_000, "KES");
  private static final Money USD_20 = Money.of(2_000, "USD");

  @Test
  void writesOneInvoiceInPlainText() {
    var mail = Reminders.friendly();

    assertThat(mail.subject()).isEqualTo("Reminder: invoice INV-0131");
    assertThat(mail.text())
        .isEqualTo(
            """
            Hi Achieng Otieno,

            A quick note that invoice INV-0131 for KES 248,820.00 was due on
            Saturday 7 November 2026. If you have paid already, thank you – please
            ignore this.

            Still open, due Saturday 7 November 2026: KES 248,820.00

            View and pay: https://pay.example/i/INV-0131

            - M-PESA paybill: 400 222, account INV-0131
            - Bank transfer: Rift Valley Mutual, 0142 778 031
            - Invoice: INV-0131
            - Due: 7 November 2026
            - Overdue: 3 days

            Something is not right, or you need more time? Reply to this mail.

            Kind regards,
            Lantana Row Studio

            Lantana Row Studio, 4 Gitanga Close, Lavington, Nairobi, Kenya.
            Not your invoice? Reply to this mail; Lantana Row Studio reads it.
            """);
  }

  @Test
  void writesAListInPlainText() {
    var mail = Reminders.neutralList();

    assertThat(mail.subject()).isEqualTo("3 invoices are overdue: KES 195,220.00 and USD 1,200.00");
    assertThat(mail.text())
        .isEqualTo(
            """
            Hello Achieng Otieno,

            You have 3 open invoices with Lantana Row Studio, together KES
            195,220.00 and USD 1,200.00.

            Still open in KES: KES 195,220.00
            Still open in USD: USD 1,200.00

            - INV-0131: KES 148,820.00
              Due 7 November 2026
              10 days overdue
              KES 100,000.00 is paid
              View and pay: https://pay.example/i/INV-0131

            - INV-0133: KES 46,400.00
              Due 11 November 2026
              6 days overdue
              View and pay: https://pay.example/i/INV-0133

            - INV-0136: USD 1,200.00
              Due 14 November 2026
              3 days overdue
              View and pay: https://pay.example/i/INV-0136

            - M-PESA paybill: 400 222, account the invoice number
            - Bank transfer: Rift Valley Mutual, 0142 778 031

            Please pay now, or reply to this mail if something is unclear.

            Kind regards,
            Lantana Row Studio

            Lantana Row Studio, 4 Gitanga Close, Lavington, Nairobi, Kenya.
            Not your invoice? Reply to this mail; Lantana Row Studio reads it.
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FRIENDLY | -3 | Reminder: invoice INV-0131
          FRIENDLY |  0 | Reminder: invoice INV-0131
          FRIENDLY |  1 | Reminder: invoice INV-0131
          NEUTRAL  | -3 | Invoice INV-0131 is due on 7 November 2026
          NEUTRAL  |  0 | Invoice INV-0131 is due today
          NEUTRAL  |  1 | Invoice INV-0131 is 1 day overdue
          NEUTRAL  |  7 | Invoice INV-0131 is 7 days overdue
          FIRM     | -3 | Due 7 November 2026: invoice INV-0131 – please pay on time
          FIRM     |  0 | Due today: invoice INV-0131 – please pay today
          FIRM     | 14 | Overdue: invoice INV-0131 – please pay now
          """)
  void theSubjectIsTrueOnItsDay(Tone tone, int daysOverdue, String subject) {
    assertThat(Reminders.one(tone, daysOverdue).subject()).isEqualTo(subject);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FRIENDLY | -3 | Hi    | A quick note that invoice INV-0131 for KES 248,820.00 is due on Saturday 7 November 2026. If you have paid already, thank you – please ignore this.
          FRIENDLY |  0 | Hi    | A quick note that invoice INV-0131 for KES 248,820.00 is due today, Saturday 7 November 2026. If you have paid already, thank you – please ignore this.
          FRIENDLY |  1 | Hi    | A quick note that invoice INV-0131 for KES 248,820.00 was due on Saturday 7 November 2026. If you have paid already, thank you – please ignore this.
          NEUTRAL  | -1 | Hello | Invoice INV-0131 for KES 248,820.00 is due on Saturday 7 November 2026. Please pay on time, or reply to this mail if something is unclear.
          NEUTRAL  |  0 | Hello | Invoice INV-0131 for KES 248,820.00 is due today, Saturday 7 November 2026. Please pay today, or reply to this mail if something is unclear.
          NEUTRAL  |  7 | Hello | Invoice INV-0131 for KES 248,820.00 was due on Saturday 7 November 2026 and is still open. Please pay now, or reply to this mail if something is unclear.
          FIRM     | -1 | Dear  | Invoice INV-0131 for KES 248,820.00 is due on Saturday 7 November 2026. Please pay on time, or reply to this mail to agree a date.
          FIRM     |  0 | Dear  | Invoice INV-0131 for KES 248,820.00 is due today, Saturday 7 November 2026. Please pay today, or reply to this mail to agree a date.
          FIRM     |  1 | Dear  | Invoice INV-0131 for KES 248,820.00 is 1 day overdue despite earlier reminders. Please pay at once, or reply to this mail today to agree a date.
          FIRM     | 14 | Dear  | Invoice INV-0131 for KES 248,820.00 is 14 days overdue despite earlier reminders. Please pay at once, or reply to this mail today to agree a date.
          """)
  void theWordsAreTrueOnTheirDay(Tone tone, int daysOverdue, String greeting, String words) {
    var mail = Reminders.one(tone, daysOverdue);

    assertThat(mail.text().replace('\n', ' '))
        .startsWith(greeting + " Achieng Otieno,  " + words + " ");
    assertThat(mail.html()).contains(greeting + " Achieng Otieno,</p>", ">" + words + "</p>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FRIENDLY | -3 -1 | Reminder: 2 invoices are due soon, KES 20,000.00
          FRIENDLY | -3  0 | Reminder: 2 invoices are due soon, KES 20,000.00
          FRIENDLY |  0  0 | Reminder: 2 invoices are due today, KES 20,000.00
          FRIENDLY |  1  3 | Reminder: 2 open invoices, KES 20,000.00
          FRIENDLY |  0  3 | Reminder: 2 open invoices, KES 20,000.00
          NEUTRAL  | -3  0 | 2 invoices are due soon: KES 20,000.00
          NEUTRAL  |  0  0 | 2 invoices are due today: KES 20,000.00
          NEUTRAL  |  1  7 | 2 invoices are overdue: KES 20,000.00
          NEUTRAL  | -1  7 | 2 invoices are open: KES 20,000.00
          FIRM     | -3  0 | Due soon: 2 invoices, KES 20,000.00 – please pay on time
          FIRM     |  0  0 | Due today: 2 invoices, KES 20,000.00 – please pay today
          FIRM     |  1 14 | Overdue: 2 invoices, KES 20,000.00 – please pay now
          FIRM     |  0 14 | Open: 2 invoices, KES 20,000.00 – please pay now
          """)
  void theSubjectOfAListIsTrueOfAll(Tone tone, String days, String subject) {
    var daysOverdue = Arrays.stream(days.split(" +", -1)).mapToInt(Integer::parseInt).toArray();

    assertThat(ReminderMail.write(tone, Reminders.items(daysOverdue), Rest.NONE).subject())
        .isEqualTo(subject);
  }

  @Test
  void theListSaysHowFarEachDayIs() {
    var text =
        ReminderMail.write(Tone.FRIENDLY, Reminders.items(-3, -1, 0, 1, 2), Rest.NONE).text();

    assertThat(text)
        .contains("  Due 20 November 2026\n  In 3 days\n")
        .contains("  Due 18 November 2026\n  In 1 day\n")
        .contains("  Due today, 17 November 2026\n  View")
        .contains("  Due 16 November 2026\n  1 day overdue\n")
        .contains("  Due 15 November 2026\n  2 days overdue\n");
  }

  @Test
  void saysWhatIsPaid() {
    var mail = Reminders.firm();

    assertThat(mail.text())
        .contains("Still open, due Saturday 7 November 2026: KES 148,820.00")
        .contains("still to pay of 248,820.00; 100,000.00 is paid");
    assertThat(mail.html())
        .contains("</span> 148,820.00</td>", ">still to pay of 248,820.00; 100,000.00 is paid<");
  }

  @Test
  void theRestIsCountedAndSummed() {
    var mail =
        ReminderMail.write(
            Tone.NEUTRAL, Reminders.items(9, 8), new Rest(3, List.of(USD_20, KES_500)));

    assertThat(mail.subject()).isEqualTo("5 invoices are overdue: KES 20,500.00 and USD 20.00");
    assertThat(mail.text())
        .contains("Still open in KES: KES 20,500.00\nStill open in USD: USD 20.00\n")
        .contains("\n\n- And 3 more: USD 20.00\n  KES 500.00\n\n");
    assertThat(mail.html()).contains("INV-0131, INV-0132 and 3 more.&#847;", ">And 3 more</b>");
  }

  @Test
  void oneInvoiceWithARestIsAList() {
    var mail =
        ReminderMail.write(
            Tone.FRIENDLY, Reminders.items(2), new Rest(1, List.of(Money.of(100_000, "JPY"))));

    assertThat(mail.subject())
        .isEqualTo("Reminder: 2 open invoices, KES 10,000.00 and JPY 100,000");
  }

  @Test
  void amountsOfThreeCurrenciesAreNeverAdded() {
    var items =
        List.of(
            Reminders.item("A-1", Reminders.DUE, KES_500, 5),
            Reminders.item("A-2", Reminders.DUE, USD_20, 5),
            Reminders.item("A-3", Reminders.DUE, Money.of(700, "JPY"), 5),
            Reminders.item("A-4", Reminders.DUE, USD_20, 5));
    var mail = ReminderMail.write(Tone.FIRM, items, Rest.NONE);

    assertThat(mail.subject())
        .isEqualTo("Overdue: 4 invoices, KES 500.00, USD 40.00 and JPY 700 – please pay now");
    assertThat(found("</span> ([\\d,.]+)</td>", mail.html()))
        .containsExactly("500.00", "40.00", "700");
    assertThat(found("4px (double)", mail.html())).hasSize(3);
  }

  @Test
  void oneButtonForOneInvoiceAndALinkForEachOfAList() {
    assertThat(found("background:(#FFBE2E)", Reminders.friendly().html())).hasSize(1);

    var list = Reminders.firmListWithRest().html();
    assertThat(list).doesNotContain("#FFBE2E").contains("aria-label=\"View and pay, INV-0155\"");
    assertThat(links(list)).hasSize(ReminderMail.MOST).doesNotHaveDuplicates();
    assertThat(found("4px (double)", list)).hasSize(2);
  }

  @Test
  void everyInvoiceKeepsItsOwnPlaceholder() {
    var items =
        Reminders.items(5, 4).stream()
            .map(
                item ->
                    new Item(
                        item.document(),
                        item.standing(),
                        item.daysOverdue(),
                        "{{portal_link:" + item.number() + "}}"))
            .toList();
    var mail = ReminderMail.write(Tone.NEUTRAL, items, Rest.NONE);

    assertThat(links(mail.html()))
        .containsExactly("{{portal_link:INV-0131}}", "{{portal_link:INV-0132}}");
    assertThat(mail.text())
        .contains("View and pay: {{portal_link:INV-0131}}\n")
        .contains("View and pay: {{portal_link:INV-0132}}\n");
  }

  @Test
  void aListShowsTheWaysThatHoldForAll() {
    var first = Reminders.kes("INV-0131", 100, 5);
    var second = Reminders.kes("INV-0132", 100, 5);
    var otherBank = new HowToPay("400 222", "INV-0132", new Confidential("Another bank"));
    var otherAccount = new HowToPay("400 222", "SB-77", Story.EVERY_WAY.bankDetails());

    assertThat(list(first, Reminders.paidBy(second, otherBank)))
        .contains("- M-PESA paybill: 400 222, account the invoice number")
        .doesNotContain("Bank", "bank");
    assertThat(list(first, Reminders.paidBy(second, otherAccount)))
        .contains("- Bank transfer: Rift Valley Mutual")
        .doesNotContain("M-PESA");
    assertThat(list(first, Reminders.paidBy(second, Story.NO_WAY)))
        .doesNotContain("M-PESA", "Bank");
  }

  @Test
  void asksForNoReplyThatNobodyReads() {
    var mails =
        everyTone(
            tone ->
                Stream.of(
                    ReminderMail.write(tone, List.of(silent(5)), Rest.NONE),
                    ReminderMail.write(tone, List.of(silent(5), silent(4)), Rest.NONE)));

    assertThat(mails)
        .allSatisfy(
            mail -> {
              assertThat(mail.html()).doesNotContainIgnoringCase("reply");
              assertThat(mail.text()).doesNotContainIgnoringCase("reply");
            });
    assertThat(mails)
        .extracting(mail -> mail.text().replace('\n', ' '))
        .anyMatch(text -> text.contains("Please pay at once, or contact us today to agree a date."))
        .anyMatch(text -> text.contains("and is still open. Please pay now. "));
  }

  @Test
  void escapesEverythingPeopleType() {
    var name = "\"Ann\" & <script>alert(1)</script> 'Co'\r\nBcc: a@b.example";
    var hostile = Reminders.between(Reminders.invoice(5), name, name);
    var odd = Reminders.item("<b>&\"1", Reminders.DUE, KES_500, 5);
    var mails =
        everyTone(
            tone ->
                Stream.of(
                    ReminderMail.write(tone, List.of(hostile), Rest.NONE),
                    ReminderMail.write(tone, List.of(hostile, odd), Rest.NONE)));

    assertThat(mails)
        .allSatisfy(
            mail -> {
              assertThat(mail.html())
                  .doesNotContain("<script", "<b>&\"1", "& <")
                  .contains("&quot;Ann&quot; &amp; &lt;script&gt;");
              assertThat(mail.subject().chars()).noneMatch(Character::isISOControl);
              assertThat(mail.text()).contains("\"Ann\" & <script>");
            });
    assertThat(mails).anyMatch(mail -> mail.html().contains("&lt;b&gt;&amp;&quot;1</b>"));
    var link = "https://pay.example/\" onclick=\"x";
    var quoted = new Item(hostile.document(), hostile.standing(), hostile.daysOverdue(), link);
    assertThat(ReminderMail.write(Tone.FIRM, List.of(quoted, odd), Rest.NONE).html())
        .contains("href=\"https://pay.example/%22 onclick=%22x\"");
  }

  /** Every tone, one and several, before, on and after the due day, with and without a rest. */
  static Stream<Mail> everyMail() {
    var days = List.of(-30, -1, 0, 1, 2, 40);
    var rests = List.of(Rest.NONE, new Rest(7, List.of(KES_500, USD_20)));
    var mails = new ArrayList<Mail>();
    for (var tone : Tone.values()) {
      for (int first : days) {
        for (int count : List.of(1, 2, ReminderMail.MOST)) {
          var items =
              Reminders.items(IntStream.range(0, count).map(i -> first).toArray()).stream()
                  .map(item -> item.number().endsWith("2") ? Reminders.part(item, 1) : item)
                  .map(item -> count == 2 ? Reminders.between(item, "A & Sons", "O’Brien") : item)
                  .toList();
          rests.forEach(rest -> mails.add(ReminderMail.write(tone, items, rest)));
        }
      }
    }
    return mails.stream();
  }

  @ParameterizedTest
  @MethodSource("everyMail")
  void bothPartsSayTheSame(Mail mail) {
    assertThat(words(visible(mail.html())))
        .containsExactlyInAnyOrderElementsOf(
            words(mail.text().replaceAll("(?m)^- ", "").replaceAll("https://\\S+", "")));
    assertThat(links(mail.html())).isEqualTo(found("(https://\\S+)", mail.text()));
  }

  @ParameterizedTest
  @MethodSource("everyMail")
  void noMailSpeaksUntrueOrBrokenEnglish(Mail mail) {
    var all = mail.subject() + "\n" + visible(mail.html());

    assertThat(all)
        .doesNotContainPattern("\\b1 days")
        .doesNotContainPattern("-\\d+ days?")
        .doesNotContain("null", "  ,", "..", "{{", "Choose a day", "Tell us");
    if (all.contains("verdue")) {
      assertThat(all).doesNotContain("is due", "are due", "To pay");
    } else {
      assertThat(all).doesNotContain("was due", "Overdue", "despite", "Still open");
    }
  }

  @ParameterizedTest
  @MethodSource("everyMail")
  void everyMailHasSoundPartsThatMailboxesShowWhole(Mail mail) {
    for (var tag : List.of("table", "tr", "td", "p", "a", "b", "span", "div")) {
      assertThat(found("<(" + tag + ")[ >]", mail.html()))
          .as(tag)
          .hasSameSizeAs(found("</(" + tag + ")>", mail.html()));
    }
    assertThat(mail.html().length()).isLessThan(90_000);
    assertThat(mail.subject().length()).isLessThan(100);
    assertThat(mail.text().lines()).allMatch(line -> line.length() <= 72);
  }

  @Test
  void everyPieceHasAColourForTheDark() {
    var pieces =
        found(
            "(<[^>]*color:#(?:10211D|42524D|5C6B65|E1E7E4)[^>]*>)",
            Reminders.firmListWithRest().html());

    assertThat(pieces).hasSizeGreaterThan(100).allMatch(piece -> piece.contains("class=\""));
    assertThat(found("(<[^>]*solid #E1E7E4[^>]*>)", Reminders.firmListWithRest().html()))
        .allMatch(
            piece -> piece.contains(" ln\"") || piece.contains("\"ln") || piece.contains("cd"));
  }

  @ParameterizedTest
  @EnumSource(Tone.class)
  void refusesWhatIsNoReminder(Tone tone) {
    var many = Reminders.items(IntStream.rangeClosed(0, ReminderMail.MOST).toArray());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReminderMail.write(tone, List.of(), Rest.NONE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReminderMail.write(tone, many, Rest.NONE));
  }

  @Test
  void refusesADraftAndAPaidInvoiceAndARestThatDoesNotAddUp() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Item(Story.invoice(), Story.paid(), 3, "https://pay.example"))
        .withMessage("INV-0131 has nothing to pay");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Item(Reminders.draft(), Story.unpaid(), 3, "https://pay.example"))
        .withMessage("A draft invoice is not chased");
    assertThatIllegalArgumentException().isThrownBy(() -> new Rest(1, List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Rest(0, List.of(KES_500)));
  }

  private static Item silent(int daysOverdue) {
    return Reminders.between(Reminders.invoice(daysOverdue), "Lantana Row Studio", "Achieng");
  }

  private static String list(Item... items) {
    return ReminderMail.write(Tone.NEUTRAL, List.of(items), Rest.NONE).text();
  }

  private static List<Mail> everyTone(Function<Tone, Stream<Mail>> write) {
    return Arrays.stream(Tone.values()).flatMap(write).toList();
  }

  /** What a reader sees below the brand. */
  private static String visible(String html) {
    return html.substring(html.indexOf("class=\"cd pd\""))
        .replaceFirst("^[^>]*>", "")
        .replaceAll("<[^>]*>", " ")
        .replace("&amp;", "&");
  }

  /** In any order, without the marks around them. */
  private static List<String> words(String text) {
    return Arrays.stream(text.split("\\s+", -1))
        .map(word -> word.replaceAll("[:,.;]+$", ""))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static List<String> links(String html) {
    return found("href=\"([^\"]*)\"", html);
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult hit) -> hit.group(1))
        .toList();
  }
}
