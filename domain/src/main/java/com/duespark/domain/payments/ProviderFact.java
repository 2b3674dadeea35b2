package com.duespark.domain.payments;

import com.duespark.domain.shared.Money;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a provider reported, in our words. A claim, not yet a truth: it counts only if it leads back
 * to an attempt that we stored (STR-08); {@code hint} is an attempt's id from metadata that anyone
 * could have written.
 */
public sealed interface ProviderFact {

  /** News of a payment page. */
  record Page(String sessionId, PageState state, @Nullable String reference, @Nullable Money amount)
      implements ProviderFact {}

  /** Where a payment page stands. */
  enum PageState {
    PAID,
    PROCESSING,
    FAILED,
    EXPIRED
  }

  /** A payment went through. */
  record Paid(String reference, Money amount, @Nullable UUID hint) implements ProviderFact {}

  /**
   * Money went back.
   *
   * @param inAll everything that went back of this payment so far
   */
  record MoneyBack(String reference, Money inAll, String refundReference, @Nullable UUID hint)
      implements ProviderFact {}

  /** The payer's bank disputes the payment, or has decided. */
  record Dispute(
      String reference, Verdict verdict, Money amount, String disputeReference, @Nullable UUID hint)
      implements ProviderFact {}

  /** How a dispute stands. */
  enum Verdict {
    OPENED,
    WON,
    LOST
  }

  /** Nothing that we act on. */
  record Unrelated(String type) implements ProviderFact {}

  /** The page it is about. */
  default Optional<String> session() {
    return this instanceof Page page ? Optional.of(page.sessionId()) : Optional.empty();
  }

  /** The provider's payment it is about. */
  default Optional<String> payment() {
    return switch (this) {
      case Page page -> Optional.ofNullable(page.reference());
      case Paid paid -> Optional.of(paid.reference());
      case MoneyBack back -> Optional.of(back.reference());
      case Dispute dispute -> Optional.of(dispute.reference());
      case Unrelated unrelated -> Optional.empty();
    };
  }

  /** The attempt that metadata names, unproven. */
  default Optional<UUID> hinted() {
    return switch (this) {
      case Paid paid -> Optional.ofNullable(paid.hint());
      case MoneyBack back -> Optional.ofNullable(back.hint());
      case Dispute dispute -> Optional.ofNullable(dispute.hint());
      case Page page -> Optional.empty();
      case Unrelated unrelated -> Optional.empty();
    };
  }

  /** It takes money away rather than bringing it. */
  default boolean isReversal() {
    return this instanceof MoneyBack || this instanceof Dispute;
  }
}
