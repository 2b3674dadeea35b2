package com.duespark.documents.mail;

import com.duespark.documents.mail.Sheet.Button;
import com.duespark.documents.mail.Sheet.Row;
import com.duespark.documents.mail.Sheet.Value;
import com.duespark.domain.accounts.Device;
import com.duespark.domain.members.Role;
import java.time.LocalDate;
import java.util.List;

/**
 * The mails about an account: confirm the address, set a new password, come into a business, know
 * that the password was changed or the business closed.
 */
public final class AccountMail {

  private static final int MINUTES_A_DAY = 1440;

  private AccountMail() {}

  /** Asks to confirm the address of a new account. */
  public static Mail verify(String displayName, String link, int validMinutes) {
    return write(
        displayName,
        "Confirm your email address",
        "Welcome to Duespark. Confirm your email address to finish your account.",
        "Confirm email address",
        link,
        validMinutes,
        "Not you? Ignore this mail; nothing happens without the link.");
  }

  /** Brings the link that sets a new password. */
  public static Mail reset(String displayName, String link, int validMinutes) {
    return write(
        displayName,
        "Set a new password",
        "You asked for a new password for your Duespark account.",
        "Set a new password",
        link,
        validMinutes,
        "Not you? Ignore this mail; your password stays as it is.");
  }

  /** Asks somebody into a business, in the inviter's language. */
  public static Mail invitation(
      String inviter, String business, Role role, String locale, String link, int validMinutes) {
    var words = InvitationWords.in(locale);
    var who = inviter.strip();
    var where = business.strip();
    var sheet =
        new Sheet(
            words.lang(),
            words.subject().formatted(who, where),
            words.asks().formatted(who, where),
            Brand.DUESPARK,
            words.greeting(),
            Sheet.paragraphs(words.asks().formatted(who, where)),
            null,
            new Button(words.act(), link, true),
            List.of(
                Row.of(words.business(), where),
                new Row(
                    words.yourRole(),
                    List.of(
                        new Value(words.name(role), true, true), Value.plain(words.may(role))))),
            List.of(words.valid().formatted(validMinutes / MINUTES_A_DAY), words.notExpected()),
            List.of(words.footer().formatted(who)));
    return new Mail(sheet.subject(), sheet.html(), sheet.text());
  }

  /**
   * Tells that the password was changed, in the person's language.
   *
   * @param link where a new one is asked for
   */
  public static Mail passwordChanged(
      String displayName, String locale, Device device, String ipAddress, String link) {
    var words = PasswordWords.in(locale);
    var sheet =
        new Sheet(
            words.lang(),
            words.subject(),
            words.changed(),
            Brand.DUESPARK,
            words.greet(displayName),
            Sheet.paragraphs(words.changed()),
            null,
            new Button(words.act(), link, false),
            List.of(
                Row.of(words.device(), words.name(device)), Row.of(words.ipAddress(), ipAddress)),
            List.of(words.you(), words.notYou()),
            List.of(words.footer()));
    return new Mail(sheet.subject(), sheet.html(), sheet.text());
  }

  /**
   * Tells an owner that their business was closed, in the person's language.
   *
   * @param by who closed it
   * @param eraseOn the day from which nothing can be brought back
   * @param link where they sign in
   */
  public static Mail businessClosed(
      String displayName,
      String locale,
      String business,
      String by,
      LocalDate eraseOn,
      String link) {
    var words = ClosingWords.in(locale);
    var closed = words.closed().formatted(by.strip(), business.strip());
    var sheet =
        new Sheet(
            words.lang(),
            words.subject().formatted(business.strip()),
            closed,
            Brand.DUESPARK,
            words.greet(displayName),
            Sheet.paragraphs(closed + "\n\n" + words.stands()),
            null,
            new Button(words.act(), link, false),
            List.of(
                Row.of(words.business(), business.strip()),
                Row.of(words.by(), by.strip()),
                Row.of(words.erased(), words.day(eraseOn))),
            List.of(words.undo()),
            List.of(words.footer()));
    return new Mail(sheet.subject(), sheet.html(), sheet.text());
  }

  private static Mail write(
      String displayName,
      String subject,
      String words,
      String action,
      String link,
      int validMinutes,
      String notYou) {
    var greeting = displayName.isBlank() ? "Hello," : "Hello " + displayName.strip() + ",";
    var valid = "The link works once and for " + duration(validMinutes) + ".";
    var sheet =
        new Sheet(
            "en",
            subject,
            words,
            Brand.DUESPARK,
            greeting,
            Sheet.paragraphs(words),
            null,
            new Button(action, link, true),
            List.of(),
            List.of(valid, notYou),
            List.of("Duespark. Sent because someone typed this address on our site."));
    var text =
        new PlainText()
            .paragraph(greeting)
            .paragraph(words)
            .paragraph(action + ": " + link)
            .paragraph(valid)
            .paragraph(notYou);
    return new Mail(subject, sheet.html(), text.toString());
  }

  private static String duration(int minutes) {
    if (minutes % MINUTES_A_DAY == 0) {
      return Wording.count(minutes / MINUTES_A_DAY, "day");
    }
    return minutes % 60 == 0
        ? Wording.count(minutes / 60, "hour")
        : Wording.count(minutes, "minute");
  }
}
