package com.duespark.activities.sending;

import com.duespark.activities.sending.EmailSender.Outcome;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A mail provider with its circuit breaker and its pace. The breaker opens after five failures
 * within a minute when at least half of the requests failed or took ten seconds, rests for a while,
 * and closes after two requests that went well (RTY-06). Its state is this process's own: each sees
 * soon enough for itself.
 */
public final class Mailer {

  private static final int FAILURES = 5;
  private static final int PROBES = 2;
  private static final Duration SLOW = Duration.ofSeconds(10);

  private final EmailSender sender;
  private final CircuitBreaker breaker;
  private final Pace pace;
  private final Clock clock;
  private Instant restsUntil = Instant.MIN;

  Mailer(EmailSender sender, @Nullable Integer perSecond, Duration rest, Clock clock) {
    this.sender = sender;
    this.pace = new Pace(perSecond, clock);
    this.clock = clock;
    this.breaker = CircuitBreaker.of(sender.name(), settings(rest, clock));
    breaker
        .getEventPublisher()
        .onStateTransition(
            change -> {
              if (change.getStateTransition().getToState() == CircuitBreaker.State.OPEN) {
                restsUntil = clock.instant().plus(rest);
              }
            });
  }

  private static CircuitBreakerConfig settings(Duration rest, Clock clock) {
    return CircuitBreakerConfig.custom()
        .clock(clock)
        .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
        .slidingWindowType(SlidingWindowType.TIME_BASED)
        .slidingWindowSize(60)
        .minimumNumberOfCalls(FAILURES)
        .failureRateThreshold(50)
        .slowCallRateThreshold(50)
        .slowCallDurationThreshold(SLOW)
        // it wants to be later than this, not at this
        .waitDurationInOpenState(rest.minusMillis(1))
        .permittedNumberOfCallsInHalfOpenState(PROBES)
        // a probe that was never made (its process died, nothing was due) must not hold it for good
        .maxWaitDurationInHalfOpenState(rest)
        .recordResult(Mailer::isFailure)
        .build();
  }

  /** A refusal is an answer about the mail; the provider is well. */
  private static boolean isFailure(Object outcome) {
    return outcome instanceof Outcome.NotAccepted || outcome instanceof Outcome.Doubtful;
  }

  public String name() {
    return sender.name();
  }

  EmailSender sender() {
    return sender;
  }

  /** Rests after failures, until it is probed. */
  boolean isResting() {
    return breaker.getState() == CircuitBreaker.State.OPEN && clock.instant().isBefore(restsUntil);
  }

  /** Whether the breaker lets one request through; whoever gets it sends, or gives it back. */
  boolean isWell() {
    return breaker.tryAcquirePermission();
  }

  /** How long it still rests, at least a second. */
  Duration rest() {
    var left = Duration.between(clock.instant(), restsUntil);
    return left.compareTo(Duration.ofSeconds(1)) > 0 ? left : Duration.ofSeconds(1);
  }

  /** Takes a place in its pace; how long to wait when there is none. */
  Optional<Duration> takePlace() {
    return pace.take();
  }

  /** The turn is not needed. */
  public void giveBack() {
    breaker.releasePermission();
  }

  /** What a request led to, for the breaker. */
  void ended(Outcome outcome, Duration took) {
    breaker.onResult(took.toNanos(), TimeUnit.NANOSECONDS, outcome);
  }

  /** It threw. */
  void failed(RuntimeException failure, Duration took) {
    breaker.onError(took.toNanos(), TimeUnit.NANOSECONDS, failure);
  }
}
