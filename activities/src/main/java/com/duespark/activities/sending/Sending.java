package com.duespark.activities.sending;

import com.duespark.activities.sending.EmailSender.Lookup;
import com.duespark.activities.sending.EmailSender.Outcome;
import com.duespark.activities.shared.ProviderCalls;
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

  private static final Optional<Duration> AT_ONCE = Optional.of(Duration.ofMillis(10));

  private final Mailers mailers;
  private final ProviderCalls calls;
  private final LedgerEntry.Policy policy;
  private final Clock clock;

  public Sending(Mailers mailers, ProviderCalls calls, LedgerEntry.Policy policy, Clock clock) {
    this.mailers = mailers;
    this.calls = calls;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * Whose turn a mail is.
   *
   * @param attempts how many were made for it
   */
  public Turn turn(int attempts) {
    return mailers.turn(attempts);
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
      case Move.Send() -> send(ledger, id, entry);
    };
  }

  private Optional<Duration> send(Ledger ledger, UUID id, LedgerEntry entry) {
    return switch (turn(entry.attempt())) {
      case Turn.Wait(Duration time) -> Optional.of(time);
      case Turn.Go(Mailer mailer) -> send(ledger, id, mailer);
    };
  }

  private Optional<Duration> send(Ledger ledger, UUID id, Mailer mailer) {
    var token = UUID.randomUUID();
    return switch (ledger.claim(id, token, mailer.name())) {
      case Claimed.Taken(Email email) -> send(ledger, id, token, ledger.entry(id), mailer, email);
      case Claimed.Nothing() -> {
        mailer.giveBack();
        yield wait(ledger, id);
      }
      case Claimed.NotNow(Duration time) -> {
        mailer.giveBack();
        yield Optional.of(time);
      }
    };
  }

  /**
   * Sends what was claimed already and records what became of it.
   *
   * @param claimed where the message stands after the claim
   * @param mailer whom the claim names
   * @return after which time to come back; empty when the message is final
   */
  public Optional<Duration> send(
      Ledger ledger, UUID id, UUID token, LedgerEntry claimed, Mailer mailer, Email email) {
    switch (request(mailer, email)) {
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
        if (mailers.hasFallback(mailer, claimed.attempt())) {
          return AT_ONCE;
        }
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

  private Outcome request(Mailer mailer, Email email) {
    long began = System.nanoTime();
    try {
      var outcome =
          calls.call(mailer.name(), "send", () -> mailer.sender().send(email), Sending::word);
      mailer.ended(outcome, Duration.ofNanos(System.nanoTime() - began));
      return outcome;
    } catch (RuntimeException e) {
      mailer.failed(e, Duration.ofNanos(System.nanoTime() - began));
      throw e;
    }
  }

  private Optional<Duration> lookUp(Ledger ledger, UUID id, LedgerEntry entry) {
    var token = Objects.requireNonNull(entry.token());
    var mailer = ledger.mailer(id);
    switch (ask(mailer, id)) {
      case Lookup.Found(String messageId) ->
          ledger.record(id, token, entry.accepted(), messageId, null);
      case Lookup.Absent() -> {
        var unseen = entry.unseen();
        boolean wasLast = unseen.wasAskedEnough(policy) && entry.retryDelay(policy) == null;
        ledger.record(
            id,
            token,
            wasLast ? entry.refused() : unseen,
            null,
            wasLast ? "The provider never took it" : "Not found yet");
      }
      case Lookup.Impossible() -> {
        LOG.warn("delivery {} is UNKNOWN: {} cannot be asked", id, mailer);
        ledger.record(id, token, entry.unknown(), null, "The mail server's answer was lost");
      }
      case Lookup.Reported() -> {
        var unseen = entry.unseen();
        if (unseen.wasAskedEnough(policy)) {
          LOG.warn("delivery {} is UNKNOWN: {} has not told of it", id, mailer);
          ledger.record(id, token, entry.unknown(), null, "The provider has not told of it");
        } else {
          ledger.record(id, token, unseen, null, "The provider has not told of it yet");
        }
      }
    }
    return wait(ledger, id);
  }

  /** Only the provider that may have taken it knows. */
  private Lookup ask(String mailer, UUID id) {
    return mailers
        .named(mailer)
        .map(asked -> calls.call(mailer, "find", () -> asked.find(id), Sending::word))
        .orElseGet(Lookup.Impossible::new);
  }

  /** When to come back, judged from where the message stands now. */
  private Optional<Duration> wait(Ledger ledger, UUID id) {
    return switch (ledger.entry(id).next(clock.instant(), policy)) {
      case Move.Rest() -> Optional.empty();
      case Move.Wait(Duration time) -> Optional.of(time);
      case Move.LookUp(), Move.Send() -> AT_ONCE;
    };
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted accepted -> "accepted";
      case Outcome.Refused refused -> "refused";
      case Outcome.NotAccepted notAccepted -> "not_accepted";
      case Outcome.Doubtful doubtful -> "doubtful";
    };
  }

  private static String word(Lookup lookup) {
    return switch (lookup) {
      case Lookup.Found found -> "found";
      case Lookup.Absent absent -> "absent";
      case Lookup.Impossible impossible -> "impossible";
      case Lookup.Reported reported -> "reported";
    };
  }
}
