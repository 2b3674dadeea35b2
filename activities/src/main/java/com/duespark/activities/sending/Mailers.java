package com.duespark.activities.sending;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The configured mail providers, in the order in which they are tried (WF-04c). A message goes to
 * the next one only when the one before surely did not take it, or rests.
 */
public final class Mailers {

  private final List<Mailer> inOrder;
  private final MeterRegistry meters;

  /**
   * The providers.
   *
   * @param perSecond requests a second by provider; who is not named has no limit
   * @param rest how long one that keeps failing is left alone (RTY-06)
   */
  public Mailers(
      List<EmailSender> inOrder,
      Map<String, Integer> perSecond,
      Duration rest,
      Clock clock,
      MeterRegistry meters) {
    this.inOrder =
        inOrder.stream()
            .map(sender -> new Mailer(sender, perSecond.get(sender.name()), rest, clock))
            .toList();
    this.meters = meters;
    for (var mailer : this.inOrder) {
      Gauge.builder("duespark_provider_resting", mailer, one -> one.isResting() ? 1 : 0)
          .tag("provider", mailer.name())
          .register(meters);
    }
  }

  /**
   * Whose turn it is. Each attempt begins with the next provider in the round; one that rests is
   * passed over, one that is only busy is waited for.
   *
   * @param attempts how many were made
   */
  Turn turn(int attempts) {
    var soonest = Duration.ofHours(1);
    for (int i = 0; i < inOrder.size(); i++) {
      var mailer = inOrder.get((attempts + i) % inOrder.size());
      if (mailer.isWell()) {
        var busy = mailer.takePlace();
        if (busy.isEmpty()) {
          return new Turn.Go(mailer);
        }
        mailer.giveBack();
        soonest = busy.get();
        break;
      }
      soonest = mailer.rest().compareTo(soonest) < 0 ? mailer.rest() : soonest;
    }
    meters.counter("duespark_sends_waiting", "for", "provider").increment();
    return new Turn.Wait(soonest);
  }

  /**
   * Whether another provider, later in the round, may take at once what this one surely did not.
   *
   * @param attempts how many were made, this one's included
   */
  boolean hasFallback(Mailer after, int attempts) {
    int next = attempts % inOrder.size();
    return next > inOrder.indexOf(after) && !inOrder.get(next).isResting();
  }

  /** Who had an earlier attempt; empty when that provider is not configured any more. */
  Optional<EmailSender> named(String name) {
    return inOrder.stream()
        .filter(mailer -> mailer.name().equals(name))
        .map(Mailer::sender)
        .findFirst();
  }
}
