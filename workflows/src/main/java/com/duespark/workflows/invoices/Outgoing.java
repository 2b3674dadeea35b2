package com.duespark.workflows.invoices;

import com.duespark.domain.deliveries.Channel;
import com.duespark.workflows.deliveries.DeliveryActivities;
import com.duespark.workflows.deliveries.DeliveryActivities.DeliveryRefs;
import com.duespark.workflows.shared.Patience;
import com.duespark.workflows.shared.Problem;
import com.duespark.workflows.shared.TaskQueues;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The messages that are on their way. A delivery may retry for hours; nobody waits for one alone,
 * and one that is not wanted any more is called off unless an attempt has begun.
 */
final class Outgoing {

  /**
   * Messages that went off together, on one channel.
   *
   * @param since how many steps had been taken when they were set off
   */
  private record Trip(
      Set<UUID> messages, CancellationScope scope, Promise<Standing> arrival, int since) {

    boolean carries(Standing.Message message) {
      return messages.contains(message.deliveryId());
    }
  }

  private final UUID tenantId;
  private final List<Trip> trips = new ArrayList<>();
  private @Nullable String lastProblem;
  private int steps;

  Outgoing(UUID tenantId) {
    this.tenantId = tenantId;
  }

  /** Sets off what is not under way yet and calls off what is no longer wanted. */
  void follow(List<Standing.Message> wanted) {
    var ids = wanted.stream().map(Standing.Message::deliveryId).collect(Collectors.toSet());
    callOff(trip -> Collections.disjoint(trip.messages(), ids));
    wanted.stream()
        .filter(message -> trips.stream().noneMatch(trip -> trip.carries(message)))
        .collect(
            Collectors.groupingBy(Standing.Message::channel, TreeMap::new, Collectors.toList()))
        .forEach(this::setOff);
  }

  /**
   * A message may have become free to be sent again while its trip goes on for the sake of another
   * one, maybe for hours: what went off together sets off anew, at once.
   */
  void startOver() {
    callOff(trip -> trip.messages().size() > 1);
  }

  private void callOff(Predicate<Trip> which) {
    for (var trip : List.copyOf(trips)) {
      if (!trip.arrival().isCompleted() && which.test(trip)) {
        trip.scope().cancel();
        trips.remove(trip);
      }
    }
  }

  private void setOff(Channel channel, List<Standing.Message> messages) {
    var queue = TaskQueues.of(channel);
    var courier =
        Workflow.newActivityStub(
            DeliveryActivities.class, Patience.send(queue, "Deliver by " + queue, tenantId));
    var ids = messages.stream().map(Standing.Message::deliveryId).toList();
    var refs = new DeliveryRefs(tenantId, ids);
    var arrival = Workflow.<Standing>newPromise();
    var scope =
        Workflow.newCancellationScope(
            () -> arrival.completeFrom(Async.function(courier::deliver, refs)));
    scope.run();
    trips.add(new Trip(Set.copyOf(ids), scope, arrival, steps));
  }

  /**
   * The rows are about to change: what messages now under way bring back may be older than that.
   */
  void stepTaken() {
    steps++;
  }

  boolean hasArrival() {
    return trips.stream().anyMatch(trip -> trip.arrival().isCompleted());
  }

  /**
   * Takes one finished trip off the list; what the invoice needs next, or null when that has to be
   * read again: the trip was called off, or a step was taken meanwhile that it may not have seen.
   */
  @Nullable Standing nextArrival() {
    var arrived =
        trips.stream().filter(trip -> trip.arrival().isCompleted()).findFirst().orElseThrow();
    trips.remove(arrived);
    try {
      var news = arrived.arrival().get();
      lastProblem = null;
      return arrived.since() == steps ? news : null;
    } catch (CanceledFailure e) {
      return null;
    } catch (TemporalFailure e) {
      lastProblem = Problem.words(e);
      return null;
    }
  }

  boolean isEmpty() {
    return trips.isEmpty();
  }

  int size() {
    return trips.stream().mapToInt(trip -> trip.messages().size()).sum();
  }

  @Nullable String lastProblem() {
    return lastProblem;
  }
}
