package com.duespark.documents.mail;

/**
 * A mail ready to send, without its addresses.
 *
 * @param subject one line, free of control characters
 * @param html the whole page
 * @param text the same in plain text, 72 columns
 */
public record Mail(String subject, String html, String text) {

  public Mail {
    subject = subject.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }
}
