package com.duespark.worker.system;

import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import java.util.List;
import java.util.Set;
import java.util.function.IntBinaryOperator;

/**
 * What workflows cost, read from their histories: events, which the server stores, and billable
 * actions as docs.temporal.io/evaluate/cloud/actions counts them. What leaves no event is not here:
 * queries, heartbeats, rejected updates.
 *
 * @param events of all histories
 * @param starts of workflows, children and continued runs too
 * @param activities every attempt counts
 * @param markers local activities, side effects: those of one workflow task are one action
 */
record Usage(
    int events,
    int starts,
    int updates,
    int signals,
    int timers,
    int activities,
    int upserts,
    int markers) {

  static final Usage NONE = new Usage(0, 0, 0, 0, 0, 0, 0, 0);

  /** Written by the SDK itself for its versions; free. */
  private static final String CHANGE_VERSION = "TemporalChangeVersion";

  static Usage of(List<HistoryEvent> history) {
    return new Usage(
        history.size(),
        count(history, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED),
        count(history, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED),
        count(history, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED),
        count(history, EventType.EVENT_TYPE_TIMER_STARTED),
        count(history, EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED)
            + history.stream().mapToInt(Usage::retries).sum(),
        (int) history.stream().filter(Usage::isOurUpsert).count(),
        (int)
            history.stream()
                .filter(HistoryEvent::hasMarkerRecordedEventAttributes)
                .map(
                    event ->
                        event.getMarkerRecordedEventAttributes().getWorkflowTaskCompletedEventId())
                .distinct()
                .count());
  }

  private static int count(List<HistoryEvent> history, EventType type) {
    return (int) history.stream().filter(event -> event.getEventType() == type).count();
  }

  /** Attempts before the one that ended; the history holds that one only. */
  private static int retries(HistoryEvent event) {
    return event.hasActivityTaskStartedEventAttributes()
        ? Math.max(0, event.getActivityTaskStartedEventAttributes().getAttempt() - 1)
        : 0;
  }

  private static boolean isOurUpsert(HistoryEvent event) {
    return event.hasUpsertWorkflowSearchAttributesEventAttributes()
        && !event
            .getUpsertWorkflowSearchAttributesEventAttributes()
            .getSearchAttributes()
            .getIndexedFieldsMap()
            .keySet()
            .equals(Set.of(CHANGE_VERSION));
  }

  int actions() {
    return starts + updates + signals + timers + activities + upserts + markers;
  }

  Usage plus(Usage other) {
    return combine(other, Integer::sum);
  }

  Usage minus(Usage other) {
    return combine(other, (mine, theirs) -> mine - theirs);
  }

  Usage times(int factor) {
    return combine(this, (mine, same) -> mine * factor);
  }

  private Usage combine(Usage other, IntBinaryOperator how) {
    return new Usage(
        how.applyAsInt(events, other.events),
        how.applyAsInt(starts, other.starts),
        how.applyAsInt(updates, other.updates),
        how.applyAsInt(signals, other.signals),
        how.applyAsInt(timers, other.timers),
        how.applyAsInt(activities, other.activities),
        how.applyAsInt(upserts, other.upserts),
        how.applyAsInt(markers, other.markers));
  }
}
