package com.duespark.sandbox.mail;

import java.time.Instant;
import java.util.Locale;

/**
 * Something that became of an accepted mail.
 *
 * @param number of the event, the same on every copy
 */
public record MailEvent(Kind kind, Mail mail, long number, Instant at) {

  /** What providers tell. */
  public enum Kind {
    SENT,
    DELIVERED,
    OPENED,
    CLICKED,
    SOFT_BOUNCED,
    BOUNCED,
    COMPLAINED;

    /** Throws IllegalArgumentException when there is no such event. */
    public static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  String recipient() {
    return Addresses.bare(mail.to().getFirst());
  }
}
