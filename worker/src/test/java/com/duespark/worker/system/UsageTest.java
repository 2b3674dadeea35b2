package com.duespark.worker.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.SearchAttributes;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.ActivityTaskStartedEventAttributes;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.history.v1.MarkerRecordedEventAttributes;
import io.temporal.api.history.v1.UpsertWorkflowSearchAttributesEventAttributes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is billed and what is not (docs.temporal.io/evaluate/cloud/actions). */
class UsageTest {

  @Test
  void countsWhatIsAskedOfTheServer() {
    List<HistoryEvent> history =
        List.of(
            event(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED),
            event(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED),
            event(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED),
            event(EventType.EVENT_TYPE_TIMER_STARTED),
            event(EventType.EVENT_TYPE_TIMER_STARTED),
            event(EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED),
            upsert("EntityStatus"));

    Usage usage = Usage.of(history);

    assertThat(usage).isEqualTo(new Usage(7, 1, 1, 1, 2, 1, 1, 0));
    assertThat(usage.actions()).isEqualTo(7);
  }

  @Test
  void countsEveryAttemptOfAnActivity() {
    List<HistoryEvent> history =
        List.of(event(EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED), started(3));

    assertThat(Usage.of(history).activities()).isEqualTo(3);
  }

  @Test
  void takesTheMarkersOfOneWorkflowTaskAsOne() {
    assertThat(Usage.of(List.of(marker(4), marker(4), marker(9))).markers()).isEqualTo(2);
  }

  @Test
  void takesNothingForWhatTheServerDoesByItself() {
    List<HistoryEvent> free = new ArrayList<>();
    for (var type :
        List.of(
            EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED,
            EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED,
            EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED,
            EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED,
            EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_COMPLETED,
            EventType.EVENT_TYPE_TIMER_FIRED,
            EventType.EVENT_TYPE_TIMER_CANCELED,
            EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED)) {
      free.add(event(type));
    }
    free.add(started(1));
    free.add(upsert("TemporalChangeVersion"));

    Usage usage = Usage.of(free);

    assertThat(usage.actions()).isZero();
    assertThat(usage.events()).isEqualTo(free.size());
  }

  @Test
  void addsWorkflowsUpAndTakesAway() {
    Usage start = Usage.of(List.of(event(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED)));

    Usage three = Usage.NONE.plus(start).plus(start.times(2));

    assertThat(three).isEqualTo(new Usage(3, 3, 0, 0, 0, 0, 0, 0));
    assertThat(three.minus(start).actions()).isEqualTo(2);
  }

  private static HistoryEvent event(EventType type) {
    return HistoryEvent.newBuilder().setEventType(type).build();
  }

  private static HistoryEvent started(int attempt) {
    return HistoryEvent.newBuilder()
        .setEventType(EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED)
        .setActivityTaskStartedEventAttributes(
            ActivityTaskStartedEventAttributes.newBuilder().setAttempt(attempt))
        .build();
  }

  private static HistoryEvent marker(long workflowTask) {
    return HistoryEvent.newBuilder()
        .setEventType(EventType.EVENT_TYPE_MARKER_RECORDED)
        .setMarkerRecordedEventAttributes(
            MarkerRecordedEventAttributes.newBuilder()
                .setWorkflowTaskCompletedEventId(workflowTask))
        .build();
  }

  private static HistoryEvent upsert(String attribute) {
    return HistoryEvent.newBuilder()
        .setEventType(EventType.EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES)
        .setUpsertWorkflowSearchAttributesEventAttributes(
            UpsertWorkflowSearchAttributesEventAttributes.newBuilder()
                .setSearchAttributes(
                    SearchAttributes.newBuilder()
                        .putIndexedFields(attribute, Payload.getDefaultInstance())))
        .build();
  }
}
