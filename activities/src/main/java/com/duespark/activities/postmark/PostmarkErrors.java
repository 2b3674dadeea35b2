package com.duespark.activities.postmark;

import com.duespark.activities.sending.EmailSender.Outcome;
import com.postmarkapp.postmark.client.exception.PostmarkException;
import com.postmarkapp.postmark.client.exception.PostmarkHttpException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/** Which of Postmark's failures are final, which say "not now", and which leave a doubt. */
final class PostmarkErrors {

  private PostmarkErrors() {}

  static Outcome read(PostmarkException failure) {
    var reason = "Postmark: " + failure.getMessage();
    int status = failure instanceof PostmarkHttpException http ? http.getStatusCode() : 500;
    return switch (status) {
      case 401 -> new Outcome.NotAccepted(reason, Duration.ofMinutes(5));
      case 422 -> new Outcome.Refused(reason);
      case 429 -> new Outcome.NotAccepted(reason, null);
      default ->
          status >= 400 && status < 500
              ? new Outcome.Refused(reason)
              : new Outcome.Doubtful(reason);
    };
  }

  static Outcome read(IOException failure) {
    var reason = "Postmark: " + failure.getClass().getSimpleName();
    return failure instanceof ConnectException
            || failure instanceof UnknownHostException
            || failure instanceof NoRouteToHostException
            || failure instanceof ConnectTimeoutException
            || failure instanceof ConnectionRequestTimeoutException
        ? new Outcome.NotAccepted(reason, null)
        : new Outcome.Doubtful(reason);
  }
}
