package com.duespark.workflows.shared;

import io.temporal.activity.ActivityOptions;
import io.temporal.common.Priority;
import io.temporal.common.RetryOptions;
import java.time.Duration;
import java.util.UUID;

/** All timeouts and retries of activities, and why they are what they are. */
public final class Patience {

  private Patience() {}

  /**
   * One database transaction. Ten seconds is a hundred times what it takes; a database that is away
   * is asked again every minute at most, for a day (RTY-02), after which a person must look.
   */
  public static ActivityOptions database(String what) {
    return database(TaskQueues.CORE, what);
  }

  /** The same for a step whose code lives with a provider's. */
  public static ActivityOptions database(String queue, String what) {
    return ActivityOptions.newBuilder()
        .setTaskQueue(queue)
        .setStartToCloseTimeout(Duration.ofSeconds(10))
        .setScheduleToCloseTimeout(Duration.ofHours(24))
        .setRetryOptions(
            RetryOptions.newBuilder()
                .setInitialInterval(Duration.ofSeconds(1))
                .setBackoffCoefficient(2)
                .setMaximumInterval(Duration.ofMinutes(1))
                .build())
        .setSummary(what)
        .build();
  }

  /**
   * One attempt at the send ledger. The ledger itself says when to come back (a delay on the
   * failure) and when to give up (a result), so Temporal's own backoff only bridges a lost
   * database. Thirty seconds are more than the lease (25 s), and that is more than the provider
   * client's whole deadline (20 s): whoever finds an attempt overdue finds its lease at an end, and
   * asks before repeating.
   */
  public static ActivityOptions send(String queue, String what) {
    return ActivityOptions.newBuilder()
        .setTaskQueue(queue)
        .setStartToCloseTimeout(Duration.ofSeconds(30))
        .setRetryOptions(
            RetryOptions.newBuilder()
                .setInitialInterval(Duration.ofSeconds(2))
                .setBackoffCoefficient(2)
                .setMaximumInterval(Duration.ofMinutes(5))
                .build())
        .setSummary(what)
        .build();
  }

  /**
   * The same for a business's message. Where the server deals work out fairly, the businesses take
   * turns on the queue, however much one of them has waiting (BEY-14).
   */
  public static ActivityOptions send(String queue, String what, UUID tenantId) {
    return ActivityOptions.newBuilder(send(queue, what))
        .setPriority(Priority.newBuilder().setFairnessKey(tenantId.toString()).build())
        .build();
  }

  /**
   * A question to the payment provider while somebody waits. Safe to repeat (same idempotency key);
   * given up after a minute so that commands behind it move on.
   */
  public static ActivityOptions provider(String what) {
    return ActivityOptions.newBuilder()
        .setTaskQueue(TaskQueues.STRIPE)
        .setStartToCloseTimeout(Duration.ofSeconds(30))
        .setScheduleToCloseTimeout(Duration.ofMinutes(1))
        .setRetryOptions(
            RetryOptions.newBuilder()
                .setInitialInterval(Duration.ofMillis(500))
                .setBackoffCoefficient(2)
                .setMaximumInterval(Duration.ofSeconds(10))
                .build())
        .setSummary(what)
        .build();
  }

  /**
   * A leg of long work that goes on from the rows wherever it stopped: whoever runs it may die, and
   * a minute later somebody else goes on.
   */
  public static ActivityOptions leg(String what) {
    return ActivityOptions.newBuilder()
        .setTaskQueue(TaskQueues.BULK)
        .setStartToCloseTimeout(Duration.ofMinutes(10))
        .setHeartbeatTimeout(Duration.ofSeconds(30))
        .setRetryOptions(
            RetryOptions.newBuilder()
                .setInitialInterval(Duration.ofSeconds(1))
                .setBackoffCoefficient(2)
                .setMaximumInterval(Duration.ofMinutes(1))
                .build())
        .setSummary(what)
        .build();
  }

  /**
   * One transaction over everything that is held about somebody, also by the largest business. It
   * happens whole or not at all, so whoever comes next simply begins anew.
   */
  public static ActivityOptions sweep(String what) {
    return ActivityOptions.newBuilder()
        .setTaskQueue(TaskQueues.BULK)
        .setStartToCloseTimeout(Duration.ofMinutes(10))
        .setRetryOptions(
            RetryOptions.newBuilder()
                .setInitialInterval(Duration.ofSeconds(2))
                .setBackoffCoefficient(2)
                .setMaximumInterval(Duration.ofMinutes(10))
                .build())
        .setSummary(what)
        .build();
  }

  /** A round of housekeeping; the next round comes soon, so it is not retried for long. */
  public static ActivityOptions round(String what) {
    return ActivityOptions.newBuilder()
        .setTaskQueue(TaskQueues.BULK)
        .setStartToCloseTimeout(Duration.ofMinutes(10))
        .setHeartbeatTimeout(Duration.ofSeconds(60))
        .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(3).build())
        .setSummary(what)
        .build();
  }

  /**
   * A walk through all rows, page by page. One small machine that also does the work starts some
   * hundred thousand workflows an hour, so six hours are enough for half a million, and who comes
   * after them goes on from the last page; so does another worker after a minute without a sign of
   * life.
   */
  public static ActivityOptions pages(String what) {
    return ActivityOptions.newBuilder()
        .setTaskQueue(TaskQueues.BULK)
        .setStartToCloseTimeout(Duration.ofHours(6))
        .setScheduleToCloseTimeout(Duration.ofHours(24))
        .setHeartbeatTimeout(Duration.ofSeconds(60))
        .setRetryOptions(
            RetryOptions.newBuilder()
                .setInitialInterval(Duration.ofSeconds(2))
                .setBackoffCoefficient(2)
                .setMaximumInterval(Duration.ofMinutes(1))
                .build())
        .setSummary(what)
        .build();
  }

  /**
   * One thing of a nightly round, in batches that are committed one by one; a minute without a sign
   * of life and somebody else goes on with what is left. The next night comes soon, so five
   * attempts, an hour each, are enough; what fails then is told and does not keep the rest.
   */
  public static ActivityOptions nightly(String what) {
    return ActivityOptions.newBuilder()
        .setTaskQueue(TaskQueues.BULK)
        .setStartToCloseTimeout(Duration.ofHours(1))
        .setHeartbeatTimeout(Duration.ofSeconds(60))
        .setRetryOptions(
            RetryOptions.newBuilder()
                .setInitialInterval(Duration.ofSeconds(2))
                .setBackoffCoefficient(4)
                .setMaximumInterval(Duration.ofMinutes(10))
                .setMaximumAttempts(5)
                .build())
        .setSummary(what)
        .build();
  }

  /**
   * An archive of everything that a business has. Four gigabytes, or the PDF of a hundred thousand
   * invoices, are written within an hour; half a minute without a sign of life and somebody else
   * begins anew. It waits for its turn as long as that takes. What fails five times is told.
   */
  public static ActivityOptions archive(String what) {
    return ActivityOptions.newBuilder()
        .setTaskQueue(TaskQueues.EXPORT)
        .setStartToCloseTimeout(Duration.ofHours(6))
        .setHeartbeatTimeout(Duration.ofSeconds(30))
        .setRetryOptions(
            RetryOptions.newBuilder()
                .setInitialInterval(Duration.ofSeconds(2))
                .setBackoffCoefficient(4)
                .setMaximumInterval(Duration.ofMinutes(10))
                .setMaximumAttempts(5)
                .build())
        .setSummary(what)
        .build();
  }
}
