package com.duespark.activities.payments;

import com.duespark.domain.payments.Connection;
import com.duespark.domain.payments.PaymentAttempt;
import com.duespark.domain.shared.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Pages of a provider on which a payer pays a fixed amount. Every call may be repeated; the key of
 * an attempt is its id. A failure that may pass is thrown as {@link ProviderDown}.
 */
public interface PaymentPages {

  /** A page that a payer can be sent to. */
  record Page(String sessionId, String url) {}

  /** What the provider says of a page. */
  record Seen(State state, @Nullable String reference, @Nullable Money amount) {}

  /** Where a page stands. */
  enum State {
    OPEN,
    PAID,
    PROCESSING,
    EXPIRED
  }

  /** The provider did not answer, or not now. */
  final class ProviderDown extends RuntimeException {
    public ProviderDown(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** The provider said no for good: wrong key, unsupported currency. */
  final class ProviderRefused extends RuntimeException {
    public ProviderRefused(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  Page open(Connection connection, PaymentAttempt attempt, PageRequest request);

  Seen look(Connection connection, String sessionId);

  /** Closes a page; what it found if the page could not be closed any more. */
  Seen expire(Connection connection, String sessionId);

  /**
   * What the page shows, frozen with the attempt.
   *
   * @param title for example "Invoice INV-1001"
   * @param payerEmail filled in for the payer; null when unknown
   * @param portalTokenId whose link the page comes back to
   */
  record PageRequest(
      String title, @Nullable String payerEmail, UUID portalTokenId, long expiresAt) {}
}
