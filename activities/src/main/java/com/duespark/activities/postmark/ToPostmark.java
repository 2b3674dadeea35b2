package com.duespark.activities.postmark;

import com.duespark.activities.sending.Email;
import com.postmarkapp.postmark.client.data.model.message.Message;

/** A mail in Postmark's words. */
final class ToPostmark {

  /** The metadata field that look-ups search by. */
  static final String DELIVERY = "delivery_id";

  private ToPostmark() {}

  static Message message(Email email, String from) {
    var message =
        new Message(
            "\"%s\" <%s>".formatted(email.fromName().replaceAll("[\"\\\\\r\n]", " "), from),
            email.to(),
            email.subject(),
            email.html(),
            email.text());
    if (email.replyTo() != null) {
      message.setReplyTo(email.replyTo());
    }
    message.addHeader("Message-ID", "<%s@duespark>".formatted(email.deliveryId()));
    message.addHeader("X-PM-KeepID", "true");
    message.addMetadata(DELIVERY, email.deliveryId().toString());
    email.metadata().forEach(message::addMetadata);
    for (var file : email.attachments()) {
      message.addAttachment(file.name(), file.bytes(), file.contentType());
    }
    return message;
  }
}
