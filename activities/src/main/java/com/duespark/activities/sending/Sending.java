package com.duespark.activities.sending;

import com.duespark.activities.sending.EmailSender.Lookup;
import com.duespark.activities.sending.EmailSender.Outcome;
import com.duespark.domain.deliveries.LedgerEntry;
import com.duespark.domain.deliveries.LedgerEntry.Move;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes one message one step further (WF-04b). Whoever calls it, however often, at once or after a
 * crash: at most one request that may be accepted is under way, and none is repeated blindly.
 */
@Component
public class Sending {

  private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

  private final EmailSender mailer;
  private final LedgerEntry.Policy policy;
  private final Clock clock;

  public Sending(EmailSender mailer, LedgerEntry.Policy policy, Clock clock) {
    this.mailer = mailer;
    this.policy = policy;
    this.clock = clock;
  }

  /** Who carries the mails. */
  public String mailer() {
    return mailer.name();
  }

  /**
   * One step.
   *
   * @return after which time to come back; empty when the message is final
   */
  public Optional<Duration> step(Ledger ledger, UUID id) {
    var entry = ledger.entry(id);
    return switch (entry.next(clock.instant(), policy)) {
      case Move.Rest() -> Optional.empty();
      case Move.Wait(Duration time) -> Optional.of(time);
      case Move.LookUp() -> lookUp(ledger, id, entry);
      case Move.Send() -> send(ledger, id);
    };
  }

  private Optional<Duration> send(Ledger ledger, UUID id) {
    var token = UUID.randomUUID();
    var email = ledger.claim(id, token, mailer.name());
    if (email.isEmpty()) {
      return wait(ledger, id);
    }
    return send(ledger, id, token, ledger.entry(id), email.get());
  }

  /**
   * Sends what was claimed already and records what became of it.
   *
   * @param claimed where the message stands after the claim
   * @return after which time to come back; empty when the message is final
   */
  public Optional<Duration> send(
      Ledger ledger, UUID id, UUID token, LedgerEntry claimed, Email email) {
    switch (mailer.send(email)) {
      case Outcome.Accepted(String messageId) ->
          ledger.record(id, token, claimed.accepted(), messageId, null);
      case Outcome.Refused(String reason) -> {
        LOG.info("delivery {} refused: {}", id, reason);
        ledger.record(id, token, claimed.refused(), null, reason);
      }
      case Outcome.NotAccepted(String reason, var retryAfter) -> {
        var delay = claimed.retryDelay(policy);
        LOG.info("delivery {} not accepted in attempt {}: {}", id, claimed.attempt(), reason);
        if (delay == null) {
          ledger.record(id, token, claimed.refused(), null, reason);
          return Optional.empty();
        }
        ledger.record(id, token, claimed.released(), null, reason);
        return Optional.of(
            retryAfter != null && retryAfter.compareTo(delay) > 0 ? retryAfter : delay);
      }
      case Outcome.Doubtful(String reason) -> {
        LOG.warn("delivery {} has no answer in attempt {}: {}", id, claimed.attempt(), reason);
        ledger.record(id, token, claimed.doubtful(clock.instant()), null, reason);
        return wait(ledger, id);
      }
    }
    return Optional.empty();
  }

  private Optional<Duration> lookUp(Ledger ledger, UUID id, LedgerEntry entry) {
    var token = Objects.requireNonNull(entry.token());
    switch (mailer.find(id)) {
      case Lookup.Found(String messageId) ->
          ledger.record(id, token, entry.accepted(), messageId, null);
      case Lookup.Absent() -> {
        var unseen = entry.unseen();
        boolean wasLast =
            unseen.lookups() >= policy.lookups().size() && entry.retryDelay(policy) == null;
        ledger.record(
            id,
            token,
            wasLast ? entry.refused() : unseen,
            null,
            wasLast ? "The provider never took it" : "Not found yet");
      }
      case Lookup.Impossible() -> {
        LOG.warn("delivery {} is UNKNOWN: {} cannot be asked", id, mailer.name());
        ledger.record(id, token, entry.unknown(), null, "The mail server's answer was lost");
      }
    }
    return wait(ledger, id);
  }

  /** When to come back, judged from where the message stands now. */
  private Optional<Duration> wait(Ledger ledger, UUID id) {
    return switch (ledger.entry(id).next(clock.instant(), policy)) {
      case Move.Rest() -> Optional.empty();
      case Move.Wait(Duration time) -> Optional.of(time);
      case Move.LookUp(), Move.Send() -> Optional.of(Duration.ofMillis(10));
    };
  }
}
