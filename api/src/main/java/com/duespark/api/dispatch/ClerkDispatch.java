package com.duespark.api.dispatch;

import com.duespark.api.dispatch.ClerkAccounts.Result;
import com.duespark.domain.clerk.ClerkEvent;
import com.duespark.domain.clerk.ClerkEvents;
import com.duespark.domain.inbox.Inbox;
import com.duespark.domain.inbox.WebhookEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes what Clerk tells (AUT-08). No workflow: an event is one transaction. It comes in any order,
 * so one that speaks of somebody unknown waits for the event that makes them known.
 */
@Component
class ClerkDispatch {

  private static final Logger LOG = LoggerFactory.getLogger(ClerkDispatch.class);

  /** With doubling pauses up to five minutes: about an hour and a half. */
  private static final int MOST_ATTEMPTS = 25;

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private final Inbox inbox;
  private final ClerkAccounts accounts;
  private final MeterRegistry meters;

  ClerkDispatch(Inbox inbox, ClerkAccounts accounts, MeterRegistry meters) {
    this.inbox = inbox;
    this.accounts = accounts;
    this.meters = meters;
  }

  void dispatch(WebhookEvent event) {
    ClerkEvent told;
    try {
      told = ClerkEvents.read(event.payload());
    } catch (RuntimeException e) {
      fail(event, "Cannot be read: " + e.getMessage());
      return;
    }
    try {
      take(event, accounts.take(told));
    } catch (RuntimeException e) {
      LOG.warn("event {} of clerk is tried again", event.id(), e);
      later(event, "It could not be taken: " + e.getClass().getSimpleName());
    }
  }

  private void take(WebhookEvent event, Result result) {
    switch (result) {
      case Result.Done() -> finish(event, "PROCESSED", null);
      case Result.Nothing(String why) -> finish(event, "IGNORED", why);
      case Result.Later(String why) -> later(event, why);
      case Result.Stuck(String why) -> fail(event, why);
    }
  }

  private void later(WebhookEvent event, String why) {
    if (event.attempts() >= MOST_ATTEMPTS) {
      fail(event, why);
      return;
    }
    var pause = Duration.ofSeconds(1L << Math.min(event.attempts(), 20));
    inbox.releaseWebhook(
        event.id(), why, pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
  }

  /** A person has to look. */
  private void fail(WebhookEvent event, String why) {
    LOG.error("event {} of clerk is a dead letter: {}", event.id(), why);
    inbox.failWebhook(event, why, why, false);
    counted("FAILED");
  }

  private void finish(WebhookEvent event, String outcome, @Nullable String why) {
    inbox.finishWebhook(event.id(), outcome, why);
    counted(outcome);
  }

  private void counted(String outcome) {
    meters
        .counter("duespark_clerk_events", "outcome", outcome.toLowerCase(Locale.ROOT))
        .increment();
  }
}
