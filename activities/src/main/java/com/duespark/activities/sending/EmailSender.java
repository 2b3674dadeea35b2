package com.duespark.activities.sending;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail provider. Makes exactly one request per call: retries are the ledger's business, because
 * only the ledger can find out first whether the message got through.
 */
public interface EmailSender {

  /** The provider's name on deliveries. */
  String name();

  Outcome send(Email email);

  /** Whether an earlier attempt got through. */
  Lookup find(UUID deliveryId);

  /** What one request led to. */
  sealed interface Outcome {

    record Accepted(String messageId) implements Outcome {}

    /** Never: the address or the message will not be taken. */
    record Refused(String reason) implements Outcome {}

    /** Not now: the provider surely did not take it. */
    record NotAccepted(String reason, @Nullable Duration retryAfter) implements Outcome {}

    /** The answer was lost; it may have been taken. */
    record Doubtful(String reason) implements Outcome {}
  }

  /** What a look-up found. */
  sealed interface Lookup {

    record Found(String messageId) implements Lookup {}

    record Absent() implements Lookup {}

    /** This provider cannot be asked. */
    record Impossible() implements Lookup {}

    /** This provider cannot be asked, but tells by itself; its word is awaited a while. */
    record Reported() implements Lookup {}
  }
}
