package com.duespark.sandbox.mail;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Turns a MIME message into a mail. Metadata comes in headers {@code X-PM-Metadata-key}, as at
 * Postmark's mail server, or {@code X-Duespark-key}.
 */
public final class FromMime {
  private static final List<String> METADATA = List.of("x-pm-metadata-", "x-duespark-");

  private @Nullable String text;
  private @Nullable String html;
  private final List<Mail.Attachment> files = new ArrayList<>();

  private FromMime() {}

  /**
   * Reads it.
   *
   * @param provider who took it, {@code smtp} or {@code ses}
   * @throws IllegalArgumentException when it is no MIME
   */
  public static Mail mail(
      String provider, String envelopeFrom, List<String> envelopeTo, byte[] bytes) {
    try {
      MimeMessage message =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
      FromMime found = new FromMime();
      found.walk(message);
      return found.mail(provider, envelopeFrom, envelopeTo, message);
    } catch (MessagingException e) {
      throw new IllegalArgumentException("The message could not be read: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Mail mail(
      String provider, String envelopeFrom, List<String> envelopeTo, MimeMessage message)
      throws MessagingException {
    Map<String, String> headers = new TreeMap<>();
    Map<String, String> metadata = new TreeMap<>();
    for (Header header : Collections.list(message.getAllHeaders())) {
      String name = header.getName();
      headers.put(name, decoded(header.getValue()));
      METADATA.stream()
          .filter(prefix -> name.toLowerCase(Locale.ROOT).startsWith(prefix))
          .map(prefix -> name.substring(prefix.length()).replace('-', '_'))
          .forEach(key -> metadata.put(key, decoded(header.getValue())));
    }
    List<String> to = addresses(message.getRecipients(RecipientType.TO));
    List<String> cc = addresses(message.getRecipients(RecipientType.CC));
    List<String> bcc =
        envelopeTo.stream()
            .filter(a -> !String.join(" ", to).contains(a) && !String.join(" ", cc).contains(a))
            .toList();
    List<String> from = addresses(message.getFrom());
    String subject = message.getSubject();
    String replyTo = message.getHeader("Reply-To", null);
    return new Mail(
        UUID.randomUUID().toString(),
        provider,
        provider,
        from.isEmpty() ? envelopeFrom : from.getFirst(),
        to,
        cc,
        bcc,
        replyTo,
        subject == null ? "" : subject,
        html,
        text,
        files,
        headers,
        metadata,
        null,
        "outbound",
        Instant.now().toString());
  }

  private void walk(Part part) throws MessagingException, IOException {
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart inner = parts.getBodyPart(i);
        walk(inner);
      }
      return;
    }
    boolean attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    boolean named = part.getFileName() != null;
    if (!attached && !named && text == null && part.isMimeType("text/plain")) {
      text = String.valueOf(part.getContent());
    } else if (!attached && !named && html == null && part.isMimeType("text/html")) {
      html = String.valueOf(part.getContent());
    } else {
      files.add(file(part));
    }
  }

  private static Mail.Attachment file(Part part) throws MessagingException, IOException {
    byte[] content = part.getInputStream().readAllBytes();
    String name = part.getFileName();
    return new Mail.Attachment(
        name == null ? "attachment" : decoded(name),
        new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT),
        content.length,
        Base64.getEncoder().encodeToString(content));
  }

  private static List<String> addresses(Address @Nullable [] addresses) {
    return addresses == null
        ? List.of()
        : Arrays.stream(addresses)
            .map(a -> a instanceof InternetAddress i ? i.toUnicodeString() : a.toString())
            .toList();
  }

  private static String decoded(String header) {
    try {
      return MimeUtility.decodeText(MimeUtility.unfold(header));
    } catch (UnsupportedEncodingException e) {
      return header;
    }
  }
}
