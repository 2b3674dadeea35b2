package com.duespark.documents.portal;

import com.duespark.documents.mail.AccountMail;
import com.duespark.documents.mail.InvoiceMail;
import com.duespark.documents.mail.Mail;
import com.duespark.documents.mail.ReceiptMail;
import com.duespark.documents.mail.Reminders;
import com.duespark.documents.portal.PortalQuestion.Choice;
import com.duespark.documents.portal.PortalView.Answer;
import com.duespark.documents.portal.PortalView.State;
import com.duespark.domain.accounts.Device;
import com.duespark.domain.members.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Writes every page and mail of the sample story to {@code target/pictures}, to look at. */
public final class PagesMain {

  private static final Path FOLDER = Path.of("target", "pictures");
  private static final String LINK = "https://pay.example/i/7Q4M";

  private PagesMain() {}

  public static void main(String[] args) throws IOException {
    Files.createDirectories(FOLDER);
    for (var name :
        List.of(
            "portal.css",
            "schibsted-grotesk-latin-wght-normal.woff2",
            "schibsted-grotesk-latin-ext-wght-normal.woff2",
            "duespark-figures.woff2")) {
      var href = PortalAssets.href(name);
      var hashed = href.substring(href.lastIndexOf('/') + 1);
      Files.write(FOLDER.resolve(hashed), PortalAssets.find(hashed).orElseThrow().bytes());
    }
    for (var state : State.values()) {
      page(state.name().toLowerCase(Locale.ROOT), PortalPage.render(Story.view(state, true)));
    }
    var bare = Story.invoice("Lantana Row Studio", "Achieng Otieno", Story.NO_WAY);
    page("no-card", PortalPage.render(Story.view(State.PAYABLE, false)));
    page("no-way", PortalPage.render(Story.view(bare, State.PAYABLE, false)));
    page(
        "unpaid",
        PortalPage.render(Story.view(Story.invoice(), Story.unpaid(), State.PAYABLE, true, null)));
    var friday = LocalDate.of(2026, 11, 20);
    page("promised", PortalPage.render(Story.answered(new Answer(friday, false, "/p", "/d"))));
    page("disputed", PortalPage.render(Story.answered(new Answer(null, true, null, null))));
    page("asked", PortalPage.render(Story.answered(new Answer(null, false, "/p", "/d"))));
    page(
        "promise",
        PortalPage.promise(
            Story.question(null),
            List.of(
                friday.minusDays(2),
                friday.minusDays(1),
                friday,
                friday.plusDays(3),
                friday.plusDays(4)),
            friday.minusDays(2),
            friday.plusDays(28),
            500));
    page(
        "dispute",
        PortalPage.dispute(
            Story.question("Say in a few words what is wrong"),
            List.of(
                new Choice("AMOUNT", "The amount"),
                new Choice("WORK", "Work is missing or not as agreed"),
                new Choice("PAID", "Already paid"),
                new Choice("NOT_MINE", "Not my invoice")),
            1000));
    page("expired", PortalPage.expired());
    page("too-many", PortalPage.tooMany());
    mails();
  }

  private static void mails() throws IOException {
    var invoice = Story.invoice();
    var words =
        "Here is the invoice for the second phase. It was a pleasure to see the sleeves come off"
            + " the press.";
    mail("invoice", InvoiceMail.write(invoice, Story.unpaid(), LINK, words, "INV-0131.pdf"));
    mail("invoice-part", InvoiceMail.write(invoice, Story.part(), LINK, null, "INV-0131.pdf"));
    mail(
        "receipt",
        ReceiptMail.toPayer(invoice, Story.paid(), Story.last(), LINK, "Receipt-INV-0131.pdf"));
    mail(
        "receipt-part",
        ReceiptMail.toPayer(invoice, Story.part(), Story.first(), LINK, "Receipt-INV-0131.pdf"));
    mail("merchant", ReceiptMail.toMerchant(invoice, Story.paid(), Story.last(), LINK));
    mail("reminder-friendly", Reminders.friendly());
    mail("reminder-neutral-list", Reminders.neutralList());
    mail("reminder-firm", Reminders.firm());
    mail("reminder-firm-list", Reminders.firmListWithRest());
    mail("verify", AccountMail.verify("Njeri Mwangi", LINK, 1440));
    mail("reset", AccountMail.reset("Njeri Mwangi", LINK, 30));
    mail(
        "password-changed",
        AccountMail.passwordChanged(
            "Njeri Mwangi", "en-KE", new Device("Chrome", "Android"), "41.90.64.7", LINK));
    mail(
        "invitation",
        AccountMail.invitation(
            "Njeri Mwangi", "Lantana Row Studio", Role.STAFF, "en-KE", LINK, 7 * 1440));
  }

  private static void page(String name, String html) throws IOException {
    var local =
        html.replace("/portal/assets/", "")
            .replace("<meta http-equiv=\"refresh\" content=\"2\">", "");
    Files.writeString(FOLDER.resolve("portal-" + name + ".html"), local);
    Files.writeString(
        FOLDER.resolve("portal-" + name + "-dark.html"),
        local.replace("<html ", "<html data-theme=\"dark\" "));
  }

  private static void mail(String name, Mail mail) throws IOException {
    Files.writeString(FOLDER.resolve("mail-" + name + ".html"), mail.html());
    Files.writeString(
        FOLDER.resolve("mail-" + name + ".txt"), mail.subject() + "\n\n" + mail.text());
  }
}
