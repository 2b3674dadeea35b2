package com.duespark.activities.mime;

import com.duespark.activities.sending.Email;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/** A mail as MIME: text and HTML side by side, files after them. */
public final class ToMime {

  private ToMime() {}

  @SuppressWarnings("JavaUtilDate") // what Jakarta Mail takes
  public static MimeMessage message(Session session, Email email, String from)
      throws MessagingException, UnsupportedEncodingException {
    var message = new WithOwnId(session, "<%s@duespark>".formatted(email.deliveryId()));
    var utf8 = StandardCharsets.UTF_8.name();
    message.setFrom(new InternetAddress(from, email.fromName(), utf8));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(email.to(), true));
    if (email.replyTo() != null) {
      message.setReplyTo(InternetAddress.parse(email.replyTo()));
    }
    message.setSubject(email.subject(), utf8);
    message.setSentDate(new Date());
    for (var field : email.metadata().entrySet()) {
      message.setHeader("X-Duespark-" + field.getKey().replace('_', '-'), field.getValue());
    }
    var words = new MimeMultipart("alternative");
    words.addBodyPart(text(email.text(), "plain"));
    words.addBodyPart(text(email.html(), "html"));
    var all = new MimeMultipart("mixed");
    var body = new MimeBodyPart();
    body.setContent(words);
    all.addBodyPart(body);
    for (var file : email.attachments()) {
      var part = new MimeBodyPart();
      part.setDataHandler(
          new jakarta.activation.DataHandler(
              new jakarta.mail.util.ByteArrayDataSource(file.bytes(), file.contentType())));
      part.setFileName(file.name());
      all.addBodyPart(part);
    }
    message.setContent(all);
    message.saveChanges();
    return message;
  }

  private static MimeBodyPart text(String words, String subtype) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(words, StandardCharsets.UTF_8.name(), subtype);
    return part;
  }

  /** Keeps our own Message-ID, so that a receiver can collapse a second copy. */
  private static final class WithOwnId extends MimeMessage {

    private final String id;

    WithOwnId(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
