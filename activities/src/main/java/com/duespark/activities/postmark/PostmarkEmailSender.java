package com.duespark.activities.postmark;

import com.duespark.activities.sending.Email;
import com.duespark.activities.sending.EmailSender;
import com.duespark.activities.sending.SendingProperties;
import com.postmarkapp.postmark.client.ApiClient;
import com.postmarkapp.postmark.client.Parameters;
import com.postmarkapp.postmark.client.exception.PostmarkException;
import java.io.IOException;
import java.util.UUID;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Mail by Postmark. */
@Lazy
@Component("postmark")
class PostmarkEmailSender implements EmailSender {

  private final ApiClient client;
  private final String from;

  PostmarkEmailSender(PostmarkProperties properties, SendingProperties sending) {
    this.client = PostmarkClient.connect(properties);
    this.from = sending.from();
  }

  @Override
  public String name() {
    return "postmark";
  }

  @Override
  public Outcome send(Email email) {
    try {
      var answer = client.deliverMessage(ToPostmark.message(email, from));
      return answer.getErrorCode() == 0
          ? new Outcome.Accepted(answer.getMessageId())
          : new Outcome.Refused(answer.getMessage());
    } catch (PostmarkException e) {
      return PostmarkErrors.read(e);
    } catch (IOException e) {
      return PostmarkErrors.read(e);
    }
  }

  /** Messages carry the delivery's id as metadata; Postmark keeps it for 45 days. */
  @Override
  public Lookup find(UUID deliveryId) {
    try {
      var found =
          client.getMessages(
              Parameters.init()
                  .build("count", 1)
                  .build("offset", 0)
                  .build("metadata_" + ToPostmark.DELIVERY, deliveryId.toString()));
      return found.getMessages().isEmpty()
          ? new Lookup.Absent()
          : new Lookup.Found(found.getMessages().getFirst().getMessageId());
    } catch (PostmarkException | IOException e) {
      throw new IllegalStateException("Postmark did not answer the look-up", e);
    }
  }
}
