package com.duespark.activities.ses;

import com.duespark.activities.sending.Email;
import com.duespark.activities.sending.EmailSender;
import com.duespark.activities.sending.SendingProperties;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;

/** Mail by Amazon SES. */
@Lazy
@Component("ses")
class SesEmailSender implements EmailSender {

  private final SesV2Client client;
  private final AwsCredentialsProvider credentials;
  private final String configurationSet;
  private final String from;

  SesEmailSender(SesProperties properties, SendingProperties sending) {
    this.credentials = SesClient.credentials(properties.checked());
    this.client = SesClient.connect(properties, credentials);
    this.configurationSet = Objects.requireNonNull(properties.configurationSet());
    this.from = sending.from();
  }

  @Override
  public String name() {
    return "ses";
  }

  @Override
  public Outcome send(Email email) {
    SendEmailRequest request;
    try {
      request = ToSes.request(email, from, configurationSet);
    } catch (MessagingException | IOException e) {
      return new Outcome.Refused("The mail cannot be written: " + e.getMessage());
    }
    try {
      // asked for here, so that missing keys are no doubt about a mail that never left
      credentials.resolveCredentials();
    } catch (SdkClientException e) {
      return new Outcome.NotAccepted("Amazon SES: no keys", Duration.ofMinutes(5));
    }
    try {
      return new Outcome.Accepted(client.sendEmail(request).messageId());
    } catch (SesV2Exception e) {
      return SesErrors.read(e);
    } catch (SdkClientException e) {
      return SesErrors.read(e);
    }
  }

  /** SES has no search; its events carry our tag and come within minutes. */
  @Override
  public Lookup find(UUID deliveryId) {
    return new Lookup.Reported();
  }
}
