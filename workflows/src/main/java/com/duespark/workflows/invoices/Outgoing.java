package com.duespark.workflows.invoices;

import com.duespark.workflows.deliveries.DeliveryActivities;
import com.duespark.workflows.deliveries.DeliveryActivities.DeliveryRef;
import com.duespark.workflows.shared.Patience;
import com.duespark.workflows.shared.TaskQueues;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The messages that are on their way. A delivery may retry for hours; nobody waits for one alone,
 * and one that is not wanted any more is called off unless an attempt has begun.
 */
final class Outgoing {

  /** {@code since} is how many steps had been taken when it was set off. */
  private record Trip(CancellationScope scope, Promise<Standing> arrival, int since) {}

  private final UUID tenantId;
  private final Map<UUID, Trip> trips = new LinkedHashMap<>();
  private @Nullable String lastProblem;
  private int steps;

  Outgoing(UUID tenantId) {
    this.tenantId = tenantId;
  }

  /** Sets off what is not under way yet and calls off what is no longer wanted. */
  void follow(List<Standing.Message> wanted) {
    var ids = wanted.stream().map(Standing.Message::deliveryId).collect(Collectors.toSet());
    trips
        .entrySet()
        .removeIf(
            trip -> {
              boolean unwanted =
                  !ids.contains(trip.getKey()) && !trip.getValue().arrival().isCompleted();
              if (unwanted) {
                trip.getValue().scope().cancel();
              }
              return unwanted;
            });
    wanted.stream()
        .filter(message -> !trips.containsKey(message.deliveryId()))
        .forEach(this::setOff);
  }

  private void setOff(Standing.Message message) {
    var queue = TaskQueues.of(message.channel());
    var courier =
        Workflow.newActivityStub(
            DeliveryActivities.class, Patience.send(queue, "Deliver by " + queue));
    var ref = new DeliveryRef(tenantId, message.deliveryId());
    var arrival = Workflow.<Standing>newPromise();
    var scope =
        Workflow.newCancellationScope(
            () -> arrival.completeFrom(Async.function(courier::deliver, ref)));
    scope.run();
    trips.put(message.deliveryId(), new Trip(scope, arrival, steps));
  }

  /**
   * The rows are about to change: what messages now under way bring back may be older than that.
   */
  void stepTaken() {
    steps++;
  }

  boolean hasArrival() {
    return trips.values().stream().anyMatch(trip -> trip.arrival().isCompleted());
  }

  /**
   * Takes one finished trip off the list; what the invoice needs next, or null when that has to be
   * read again: the trip was called off, or a step was taken meanwhile that it may not have seen.
   */
  @Nullable Standing nextArrival() {
    var arrived =
        trips.entrySet().stream()
            .filter(trip -> trip.getValue().arrival().isCompleted())
            .findFirst()
            .orElseThrow();
    trips.remove(arrived.getKey());
    try {
      var news = arrived.getValue().arrival().get();
      return arrived.getValue().since() == steps ? news : null;
    } catch (CanceledFailure e) {
      return null;
    } catch (TemporalFailure e) {
      lastProblem = e.getOriginalMessage();
      return null;
    }
  }

  boolean isEmpty() {
    return trips.isEmpty();
  }

  int size() {
    return trips.size();
  }

  @Nullable String lastProblem() {
    return lastProblem;
  }
}
