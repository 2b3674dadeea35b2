package com.duespark.activities.smtp;

import com.duespark.activities.mime.ToMime;
import com.duespark.activities.sending.Email;
import com.duespark.activities.sending.EmailSender;
import com.duespark.activities.sending.SendingProperties;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.util.Properties;
import java.util.UUID;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Mail by any SMTP server. */
@Lazy
@Component("smtp")
class SmtpEmailSender implements EmailSender {

  private final Session session;
  private final SmtpProperties properties;
  private final String from;

  SmtpEmailSender(SmtpProperties properties, SendingProperties sending) {
    this.properties = properties;
    this.from = sending.from();
    this.session = Session.getInstance(settings(properties));
  }

  private static Properties settings(SmtpProperties properties) {
    var settings = new Properties();
    settings.put("mail.smtp.host", properties.host());
    settings.put("mail.smtp.port", Integer.toString(properties.port()));
    settings.put("mail.smtp.connectiontimeout", "5000");
    settings.put("mail.smtp.timeout", "15000");
    settings.put("mail.smtp.writetimeout", "15000");
    settings.put("mail.smtp.starttls.enable", "true");
    settings.put("mail.smtp.starttls.required", Boolean.toString(properties.starttls()));
    settings.put("mail.smtp.auth", Boolean.toString(properties.username() != null));
    return settings;
  }

  @Override
  public String name() {
    return "smtp";
  }

  @Override
  public Outcome send(Email email) {
    MimeMessage message;
    try {
      message = ToMime.message(session, email, from);
    } catch (MessagingException | UnsupportedEncodingException e) {
      return new Outcome.Refused("The mail cannot be written: " + e.getMessage());
    }
    boolean connected = false;
    try (Transport transport = session.getTransport("smtp")) {
      transport.connect(properties.username(), properties.password());
      connected = true;
      transport.sendMessage(message, message.getAllRecipients());
      return new Outcome.Accepted(message.getMessageID());
    } catch (MessagingException e) {
      return connected
          ? SmtpErrors.read(e)
          : new Outcome.NotAccepted("SMTP: " + e.getMessage(), null);
    }
  }

  @Override
  public Lookup find(UUID deliveryId) {
    return new Lookup.Impossible();
  }
}
