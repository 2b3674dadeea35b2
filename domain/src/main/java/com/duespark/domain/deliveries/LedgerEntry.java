package com.duespark.domain.deliveries;

import static com.duespark.domain.deliveries.DeliveryStatus.ATTEMPTING;
import static com.duespark.domain.deliveries.DeliveryStatus.FAILED;
import static com.duespark.domain.deliveries.DeliveryStatus.NEW;
import static com.duespark.domain.deliveries.DeliveryStatus.SENT;
import static com.duespark.domain.deliveries.DeliveryStatus.SUPPRESSED;
import static com.duespark.domain.deliveries.DeliveryStatus.UNKNOWN;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The send ledger's rule: from where a message stands and what time it is, what may happen next
 * (design law 5, WF-04). Pure; whoever owns a row asks it and stores the answer.
 *
 * <p>NEW → ATTEMPTING under a lease → SENT, FAILED, SUPPRESSED or UNKNOWN. A lease that ran out
 * means nobody knows: the provider is asked at the policy's delays, and only a message that no
 * look-up found is tried again.
 *
 * @param attempt how many times a claim was made
 * @param token names the attempt that holds the lease; only its owner may record a result
 * @param leaseUntil technical time; set while ATTEMPTING
 * @param lookups how many look-ups found nothing since the lease ended
 */
public record LedgerEntry(
    DeliveryStatus status,
    int attempt,
    @Nullable UUID token,
    @Nullable Instant leaseUntil,
    int lookups) {

  /**
   * The numbers of the rule; configuration, short in tests.
   *
   * @param lease longer than the provider client's whole deadline
   * @param lookups delays after the lease at which the provider is asked
   * @param retries delays between attempts that were surely not accepted (RTY-01)
   */
  public record Policy(Duration lease, List<Duration> lookups, List<Duration> retries) {

    public static final Policy DEFAULT =
        new Policy(
            Duration.ofSeconds(25),
            List.of(Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(10)),
            List.of(
                Duration.ofSeconds(30),
                Duration.ofMinutes(2),
                Duration.ofMinutes(5),
                Duration.ofMinutes(15),
                Duration.ofHours(1),
                Duration.ofHours(2),
                Duration.ofHours(4),
                Duration.ofHours(8)));

    public Policy {
      lookups = List.copyOf(lookups);
      retries = List.copyOf(retries);
    }
  }

  /** What to do now. */
  public sealed interface Move {

    /** Nothing more: the outcome stands. */
    record Rest() implements Move {}

    /** Another attempt holds the lease, or it is too early to ask. */
    record Wait(Duration time) implements Move {}

    /** Ask the provider whether the last attempt got through. */
    record LookUp() implements Move {}

    /** Claim and send. */
    record Send() implements Move {}
  }

  public static LedgerEntry fresh() {
    return new LedgerEntry(NEW, 0, null, null, 0);
  }

  /** A message that takes the place of earlier ones that were surely not accepted. */
  public LedgerEntry afterTries(int tries) {
    return new LedgerEntry(NEW, tries, null, null, 0);
  }

  public Move next(Instant now, Policy policy) {
    return switch (status) {
      case NEW -> new Move.Send();
      case ATTEMPTING -> {
        var ends = Objects.requireNonNull(leaseUntil);
        if (now.isBefore(ends)) {
          yield new Move.Wait(Duration.between(now, ends));
        }
        if (wasAskedEnough(policy)) {
          yield new Move.Send();
        }
        var askAt = ends.plus(policy.lookups().get(lookups));
        yield now.isBefore(askAt) ? new Move.Wait(Duration.between(now, askAt)) : new Move.LookUp();
      }
      case SENT, DELIVERED, FAILED, SUPPRESSED, UNKNOWN, BOUNCED, COMPLAINED -> new Move.Rest();
    };
  }

  /** Takes the lease. Must be committed before a byte leaves. */
  public LedgerEntry claim(UUID newToken, Instant now, Policy policy) {
    return new LedgerEntry(ATTEMPTING, attempt + 1, newToken, now.plus(policy.lease()), 0);
  }

  public LedgerEntry accepted() {
    return end(SENT);
  }

  public LedgerEntry refused() {
    return end(FAILED);
  }

  public LedgerEntry suppressed() {
    return end(SUPPRESSED);
  }

  public LedgerEntry unknown() {
    return end(UNKNOWN);
  }

  private LedgerEntry end(DeliveryStatus outcome) {
    return new LedgerEntry(outcome, attempt, token, null, lookups);
  }

  /** Surely not accepted: free to try again. */
  public LedgerEntry released() {
    return new LedgerEntry(NEW, attempt, null, null, 0);
  }

  /** The answer was lost on the way: the lease ends now and the look-ups begin. */
  public LedgerEntry doubtful(Instant now) {
    return new LedgerEntry(ATTEMPTING, attempt, token, now, 0);
  }

  /** A look-up found nothing. */
  public LedgerEntry unseen() {
    return new LedgerEntry(ATTEMPTING, attempt, token, leaseUntil, lookups + 1);
  }

  /** Every look-up of the policy was made. */
  public boolean wasAskedEnough(Policy policy) {
    return lookups >= policy.lookups().size();
  }

  public boolean holds(UUID attemptToken) {
    return status == ATTEMPTING && attemptToken.equals(token);
  }

  /** How long to wait before the next attempt; null when the last one was made. */
  public @Nullable Duration retryDelay(Policy policy) {
    return attempt > policy.retries().size()
        ? null
        : policy.retries().get(Math.max(attempt, 1) - 1);
  }
}
