package com.duespark.activities.smtp;

import com.duespark.activities.sending.EmailSender.Outcome;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** A reply code is an answer: 4xx not now, 5xx never. No reply leaves a doubt. */
final class SmtpErrors {

  private SmtpErrors() {}

  static Outcome read(MessagingException failure) {
    int code = replyCode(failure);
    var reason = "SMTP: " + failure.getMessage();
    if (code >= 500) {
      return new Outcome.Refused(reason);
    }
    if (code >= 400) {
      return new Outcome.NotAccepted(reason, null);
    }
    return new Outcome.Doubtful(reason);
  }

  private static int replyCode(MessagingException failure) {
    for (@Nullable Exception e = failure;
        e instanceof MessagingException nested;
        e = nested.getNextException()) {
      switch (nested) {
        case SMTPAddressFailedException address -> {
          return address.getReturnCode();
        }
        case SMTPSendFailedException send -> {
          if (send.getReturnCode() >= 400) {
            return send.getReturnCode();
          }
        }
        case SendFailedException send -> {
          if (send.getInvalidAddresses() != null && send.getNextException() == null) {
            return 550;
          }
        }
        default -> {}
      }
    }
    return 0;
  }
}
