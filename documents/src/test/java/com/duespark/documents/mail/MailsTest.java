package com.duespark.documents.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.documents.portal.Story;
import com.duespark.domain.accounts.Device;
import com.duespark.domain.members.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailsTest {

  private static final String LINK = "{{portal_link}}";
  private static final String SCRIPT = "<script>alert(1)</script>";

  @Test
  void writesTheInvoiceInPlainText() {
    var mail = InvoiceMail.write(Story.invoice(), Story.unpaid(), LINK, null, "INV-0131.pdf");
    assertThat(mail.subject()).isEqualTo("Invoice INV-0131 from Lantana Row Studio");
    assertThat(mail.text())
        .isEqualTo(
            """
            Dear Achieng Otieno,

            Here is invoice INV-0131. Thank you for your business.

            Invoice Details:
            - Invoice Number: INV-0131
            - Amount: KES 248,820.00
            - Due Date: 7 November 2026

            Please find your invoice attached.

            Payment Options:
            - M-Pesa Paybill: 400 222, account INV-0131
            - Bank Transfer: Rift Valley Mutual, 0142 778 031

            View Invoice Online: {{portal_link}}

            Thank you for your business!
            Lantana Row Studio
            """);
  }

  @Test
  void leavesOutWaysThatAreNotSet() {
    var bare = Story.invoice("Lantana Row Studio", "Achieng", Story.NO_WAY);
    var mail = InvoiceMail.write(bare, Story.unpaid(), LINK, null, "");
    assertThat(mail.text()).doesNotContain("Payment Options", "Paybill", "attached");
    assertThat(mail.html()).doesNotContain("paybill", "Bank transfer", "Attached");
  }

  @Test
  void wrapsAtSeventyTwoColumnsAndKeepsLinksWhole() {
    var link = "https://pay.example/" + "7Q4M".repeat(20);
    var message = "The second phase is done. ".repeat(12) + "\n\nUntil soon,\nNjeri";
    var text = InvoiceMail.write(Story.invoice(), Story.unpaid(), link, message, "a.pdf").text();
    assertThat(text).contains(link).contains("\n\nUntil soon,\nNjeri\n\n");
    assertThat(text.lines()).allMatch(line -> line.length() <= 72 || line.equals(link));
  }

  @Test
  void leavesThePlaceholderForTheSender() {
    var mail = InvoiceMail.write(Story.invoice(), Story.unpaid(), LINK, null, "INV-0131.pdf");
    assertThat(mail.html()).contains("href=\"{{portal_link}}\"");
    assertThat(mail.text()).contains("View Invoice Online: {{portal_link}}\n");
    var url = "https://pay.example/i?a=1&b=2";
    assertThat(AccountMail.reset("Njeri", url, 30).html()).contains("href=\"" + url + "\"");
  }

  @Test
  void showsTheInvoiceAsTheDesignDoes() {
    var html =
        InvoiceMail.write(Story.invoice(), Story.unpaid(), LINK, "One.\nTwo.\n\nThree.", "I.pdf")
            .html();
    assertThat(html)
        .contains("Invoice INV-0131, due Saturday 7 November 2026")
        .contains(">KES</span> 248,820.00</td>", "border-bottom:4px double", "View and pay</a>")
        .contains("<b>400 222</b>, account <b>INV-0131</b>", ">I.pdf</td>")
        .contains("One.<br>Two.</p>", ">Three.</p>", "background:#B4472E", ">LR</td>");
  }

  @Test
  void saysWhatIsStillOpenAfterAPartPayment() {
    var mail = InvoiceMail.write(Story.invoice(), Story.part(), LINK, null, "INV-0131.pdf");
    assertThat(mail.text()).contains("- Paid: KES 100,000.00", "- Still to pay: KES 148,820.00");
    assertThat(mail.html()).contains("</span> 148,820.00</td>", "still to pay of 248,820.00");
  }

  @Test
  void escapesEverythingPeopleType() {
    assertThat(hostile())
        .allSatisfy(
            mail ->
                assertThat(mail.html()).doesNotContain(SCRIPT, "<script").contains("&lt;script"));
  }

  @Test
  void keepsTheSubjectOnOneLine() {
    assertThat(hostile())
        .extracting(Mail::subject)
        .allMatch(subject -> subject.chars().noneMatch(Character::isISOControl))
        .anyMatch(subject -> subject.contains("Bcc: a@b.example"));
  }

  @Test
  void writesReceiptsForBothSides() {
    var payer =
        ReceiptMail.toPayer(Story.invoice(), Story.paid(), Story.last(), LINK, "receipt.pdf");
    assertThat(payer.subject()).isEqualTo("Receipt for invoice INV-0131: KES 148,820.00");
    assertThat(payer.text())
        .contains("It is paid in\nfull.", "- Method: Card", "- Reference: pi_3Q20M4R8B")
        .contains("- Still to pay: KES 0.00", LINK);
    var merchant = ReceiptMail.toMerchant(Story.invoice(), Story.part(), Story.first(), LINK);
    assertThat(merchant.subject())
        .isEqualTo("Paid: KES 100,000.00 by Achieng Otieno, invoice INV-0131");
    assertThat(merchant.text()).contains("paid a part of invoice INV-0131");
  }

  @Test
  void writesTheAccountMails() {
    var verify = AccountMail.verify("Njeri", "https://app.example/v", 1440);
    assertThat(verify.subject()).isEqualTo("Confirm your email address");
    assertThat(verify.text()).contains("Hello Njeri,", "https://app.example/v", "for 1 day.");
    var reset = AccountMail.reset("", "https://app.example/r", 30);
    assertThat(reset.subject()).isEqualTo("Set a new password");
    assertThat(reset.text()).contains("Hello,", "for 30 minutes.");
  }

  @Test
  void tellsThatThePasswordWasChangedAndFromWhere() {
    var english = changed("en-KE", new Device("Chrome", "Android"));
    assertThat(english.subject()).isEqualTo("Your password was changed");
    assertThat(english.text())
        .contains("Hello Njeri,", "- Device: Chrome on Android\n", "- IP address: 41.90.64.7\n")
        .contains("Set a new password: " + LINK, "Was it you?");
    assertThat(english.html()).contains("lang=\"en\"", "href=\"" + LINK + "\"");
    var swahili = changed("sw-KE", new Device(null, "iPhone"));
    assertThat(swahili.subject()).isEqualTo("Nenosiri lako limebadilishwa");
    assertThat(swahili.text()).contains("Habari Njeri,", "- Kifaa: iPhone\n");
    assertThat(swahili.html()).contains("lang=\"sw\"").doesNotContain("password was");
    assertThat(changed("de-DE", new Device(null, null)).text()).contains("- Device: Unknown\n");
  }

  private static Mail changed(String locale, Device device) {
    return AccountMail.passwordChanged("Njeri", locale, device, "41.90.64.7", LINK);
  }

  @Test
  void tellsAnOwnerInTheirLanguageThatTheBusinessWasClosedAndUntilWhenThatCanBeUndone() {
    var english = closed("en-KE", "Njeri");
    assertThat(english.subject()).isEqualTo("Lantana Row Studio was closed");
    assertThat(english.text())
        .contains("Otieno closed Lantana Row Studio", "Sign in: " + LINK)
        .contains("- Erased on: 30 January 2027\n", "nothing can be brought back");
    var swahili = closed("sw-KE", "Njeri");
    assertThat(swahili.subject()).isEqualTo("Lantana Row Studio imefungwa");
    assertThat(swahili.text()).contains("Habari Njeri,", "30 Januari 2027");
    assertThat(swahili.html()).contains("lang=\"sw\"").doesNotContain("closed");
    assertThat(closed("en", " ").text()).contains("Hello,");
  }

  private static Mail closed(String locale, String name) {
    return AccountMail.businessClosed(
        name, locale, "Lantana Row Studio", "Otieno", LocalDate.of(2027, 1, 30), LINK);
  }

  @Test
  void invitesInTheInvitersLanguage() {
    var english = invitation("en-KE", Role.STAFF);
    assertThat(english.subject()).isEqualTo("Njeri invites you to Lantana Row Studio");
    assertThat(english.text())
        .contains("Accept the invitation: " + LINK, "- Your role: Staff\n")
        .contains("customers, invoices, reminders, payments", "once and for 7 days.");
    assertThat(english.html()).contains("lang=\"en\"", "href=\"" + LINK + "\"", "<b>Staff</b>");
    var swahili = invitation("sw-KE", Role.STAFF);
    assertThat(swahili.subject()).isEqualTo("Njeri anakualika kwenye Lantana Row Studio");
    assertThat(swahili.text()).contains("Kubali mwaliko: " + LINK, "Mfanyakazi", "kwa siku 7.");
    assertThat(swahili.html()).contains("lang=\"sw\"").doesNotContain("invites");
    assertThat(invitation("de-DE", Role.STAFF).subject()).isEqualTo(english.subject());
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void saysWhatEachRoleMayDo(Role role) {
    for (var locale : List.of("en", "sw")) {
      var words = InvitationWords.in(locale);
      assertThat(invitation(locale, role).html()).contains(words.name(role), words.may(role));
    }
  }

  private static Mail invitation(String locale, Role role) {
    return AccountMail.invitation("Njeri", "Lantana Row Studio", role, locale, LINK, 7 * 1440);
  }

  private static Stream<Mail> hostile() {
    var header = "\r\nBcc: a@b.example";
    var invoice = Story.invoice("S " + SCRIPT + header, "B " + SCRIPT + header, Story.EVERY_WAY);
    return Stream.of(
        InvoiceMail.write(invoice, Story.part(), LINK, SCRIPT, "a.pdf"),
        ReceiptMail.toPayer(invoice, Story.paid(), Story.last(), LINK, "a.pdf"),
        ReceiptMail.toMerchant(invoice, Story.paid(), Story.last(), LINK),
        AccountMail.verify(SCRIPT, LINK, 30),
        AccountMail.reset(SCRIPT, LINK, 30),
        AccountMail.passwordChanged(SCRIPT, "en", new Device(SCRIPT, null), SCRIPT, LINK),
        AccountMail.invitation("I " + SCRIPT, "B " + SCRIPT + header, Role.STAFF, "sw", LINK, 1440),
        AccountMail.businessClosed(
            SCRIPT, "en", "B " + SCRIPT + header, SCRIPT, LocalDate.EPOCH, LINK));
  }
}
