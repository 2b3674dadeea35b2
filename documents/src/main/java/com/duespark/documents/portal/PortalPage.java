package com.duespark.documents.portal;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** Draws the payer's page. No script and no inline style, so a strict policy can forbid both. */
public final class PortalPage {

  private static final Mustache.Compiler COMPILER =
      Mustache.compiler().nullValue("").emptyStringIsFalse(true).withLoader(PortalPage::template);
  private static final Template PAGE = COMPILER.compile(template("page"));
  private static final Template ASK = COMPILER.compile(template("ask"));
  private static final Template ALONE = COMPILER.compile(template("alone"));

  private PortalPage() {}

  /** The page of one invoice. */
  public static String render(PortalView view) {
    return PAGE.execute(Page.of(view));
  }

  /**
   * Asks on which day the payer will pay (EP-201a).
   *
   * @param days the nearest, to choose with one tap
   * @param first of all days that may be named
   * @param last of all days that may be named
   */
  public static String promise(
      PortalQuestion question,
      List<LocalDate> days,
      LocalDate first,
      LocalDate last,
      int wordLimit) {
    return ASK.execute(question.promise(days, first, last, wordLimit));
  }

  /** Asks what is wrong with the invoice (EP-201a). */
  public static String dispute(
      PortalQuestion question, List<PortalQuestion.Choice> choices, int wordLimit) {
    return ASK.execute(question.dispute(choices, wordLimit));
  }

  /** Said alike for unknown, expired and revoked links (PTK-06). */
  public static String expired() {
    return ALONE.execute(
        new Alone(
            "This link has expired",
            "Links close after a while, so that old mails cannot be misused."
                + " Ask the business that sent it for a new one.",
            "M9 17H7A5 5 0 0 1 7 7M15 7h2a5 5 0 0 1 4 8M8 12h4M2 2l20 20",
            PortalAssets.href("portal.css")));
  }

  /** For a reader who asks too often. */
  public static String tooMany() {
    return ALONE.execute(
        new Alone(
            "Too many requests",
            "Wait a minute, then open the link again. Nothing was taken.",
            "M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0zM12 6v6l4 2",
            PortalAssets.href("portal.css")));
  }

  record Alone(String heading, String words, String icon, String css) {}

  private static Reader template(String name) {
    return new StringReader(
        new String(PortalAssets.resource(name + ".html"), StandardCharsets.UTF_8));
  }
}
