package com.duespark.activities.ses;

import com.duespark.activities.mime.ToMime;
import com.duespark.activities.sending.Email;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/** A mail in Amazon SES's words: raw MIME, and tags that every event about it carries. */
final class ToSes {

  /** The tag by which an event leads back to its delivery. */
  static final String DELIVERY = "delivery_id";

  private static final Session PLAIN = Session.getInstance(new Properties());

  private ToSes() {}

  static SendEmailRequest request(Email email, String from, String configurationSet)
      throws MessagingException, IOException {
    var mime = new ByteArrayOutputStream();
    ToMime.message(PLAIN, email, from).writeTo(mime);
    return SendEmailRequest.builder()
        .fromEmailAddress(from)
        .destination(to -> to.toAddresses(email.to()))
        .content(
            content -> content.raw(raw -> raw.data(SdkBytes.fromByteArray(mime.toByteArray()))))
        .emailTags(tags(email))
        .configurationSetName(configurationSet)
        .build();
  }

  private static List<MessageTag> tags(Email email) {
    var tags = new TreeMap<>(email.metadata());
    tags.put(DELIVERY, email.deliveryId().toString());
    return tags.entrySet().stream()
        .map(tag -> MessageTag.builder().name(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }
}
