package com.duespark.activities.ses;

import com.duespark.activities.sending.EmailSender.Outcome;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sesv2.model.AccountSuspendedException;
import software.amazon.awssdk.services.sesv2.model.LimitExceededException;
import software.amazon.awssdk.services.sesv2.model.MailFromDomainNotVerifiedException;
import software.amazon.awssdk.services.sesv2.model.SendingPausedException;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;

/** Which of SES's failures are final, which say "not now", and which leave a doubt. */
final class SesErrors {

  /** The account needs a person: a quota, a pause, a key. The message is fine. */
  private static final Duration ACCOUNT = Duration.ofMinutes(5);

  private SesErrors() {}

  static Outcome read(SesV2Exception failure) {
    var details = failure.awsErrorDetails();
    var words = details == null ? null : details.errorMessage();
    var reason = "Amazon SES: " + (words == null ? "status " + failure.statusCode() : words);
    return switch (failure) {
      case SendingPausedException paused -> new Outcome.NotAccepted(reason, ACCOUNT);
      case AccountSuspendedException suspended -> new Outcome.NotAccepted(reason, ACCOUNT);
      case LimitExceededException quota -> new Outcome.NotAccepted(reason, ACCOUNT);
      case MailFromDomainNotVerifiedException domain -> new Outcome.NotAccepted(reason, ACCOUNT);
      default ->
          switch (failure.statusCode()) {
            case 401, 403 -> new Outcome.NotAccepted(reason, ACCOUNT);
            case 429 -> new Outcome.NotAccepted(reason, null);
            default ->
                failure.statusCode() >= 400 && failure.statusCode() < 500
                    ? new Outcome.Refused(reason)
                    : new Outcome.Doubtful(reason);
          };
    };
  }

  /** No answer: only a connection that was never made is sure. */
  static Outcome read(SdkClientException failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException
          || cause instanceof UnknownHostException
          || cause instanceof NoRouteToHostException
          || cause instanceof ConnectTimeoutException) {
        return new Outcome.NotAccepted("Amazon SES: " + cause.getClass().getSimpleName(), null);
      }
    }
    return new Outcome.Doubtful("Amazon SES: " + failure.getClass().getSimpleName());
  }
}
