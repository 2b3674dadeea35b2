package com.duespark.workflows.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.history.v1.HistoryEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a chased and paid invoice costs at Temporal (design law 10), counted in its histories. */
class HistoryCostTest {

  private static final int MAX_EVENTS = 90;
  private static final long MAX_ACTIONS = 18;

  @Test
  void anInvoiceThatIsSentRemindedOfThreeTimesPaidAndReceiptedTwiceStaysInItsBudget() {
    var invoice = events("invoice-two-receipts");
    var cadence = events("cadence-three-reminders-and-paid");

    assertThat(invoice.size()).isLessThanOrEqualTo(35);
    assertThat(actions(invoice)).isLessThanOrEqualTo(7);
    assertThat(cadence.size()).isLessThanOrEqualTo(55);
    assertThat(actions(cadence)).isLessThanOrEqualTo(11);
    assertThat(invoice.size() + cadence.size()).isLessThanOrEqualTo(MAX_EVENTS);
    assertThat(actions(invoice) + actions(cadence)).isLessThanOrEqualTo(MAX_ACTIONS);
  }

  @Test
  void theHistoriesTellThatStory() {
    assertThat(activities("invoice-two-receipts"))
        .containsExactly(
            "Invoices_Apply", "Deliveries_Deliver", "Invoices_Post", "Deliveries_Deliver");
    assertThat(activities("cadence-three-reminders-and-paid"))
        .containsExactly(
            "Reminders_Plan",
            "Reminders_Touch",
            "Reminders_Touch",
            "Reminders_Touch",
            "Reminders_Plan");
  }

  @Test
  void everyRetryIsPaidFor() {
    var straight = actions(events("invoice-sent-and-paid"));
    var triedForSixHoursEveryQuarter = actions(events("invoice-retried-delivery"));

    assertThat(triedForSixHoursEveryQuarter - straight).isEqualTo(24);
  }

  private static List<HistoryEvent> events(String name) {
    return Histories.read(Histories.named(name)).getEvents();
  }

  private static List<String> activities(String name) {
    return events(name).stream()
        .filter(HistoryEvent::hasActivityTaskScheduledEventAttributes)
        .map(event -> event.getActivityTaskScheduledEventAttributes().getActivityType().getName())
        .toList();
  }

  /** By the price list of Temporal Cloud. */
  private static long actions(List<HistoryEvent> events) {
    return events.stream().mapToLong(HistoryCostTest::actions).sum();
  }

  private static long actions(HistoryEvent event) {
    return switch (event.getAttributesCase()) {
      case WORKFLOW_EXECUTION_STARTED_EVENT_ATTRIBUTES,
          WORKFLOW_EXECUTION_UPDATE_ACCEPTED_EVENT_ATTRIBUTES,
          WORKFLOW_EXECUTION_SIGNALED_EVENT_ATTRIBUTES,
          ACTIVITY_TASK_SCHEDULED_EVENT_ATTRIBUTES,
          TIMER_STARTED_EVENT_ATTRIBUTES,
          UPSERT_WORKFLOW_SEARCH_ATTRIBUTES_EVENT_ATTRIBUTES,
          MARKER_RECORDED_EVENT_ATTRIBUTES,
          SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED_EVENT_ATTRIBUTES ->
          1;
      case START_CHILD_WORKFLOW_EXECUTION_INITIATED_EVENT_ATTRIBUTES -> 2;
      case ACTIVITY_TASK_STARTED_EVENT_ATTRIBUTES ->
          event.getActivityTaskStartedEventAttributes().getAttempt() - 1L;
      default -> 0;
    };
  }
}
