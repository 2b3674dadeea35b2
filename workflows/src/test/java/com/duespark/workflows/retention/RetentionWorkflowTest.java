package com.duespark.workflows.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duespark.domain.retention.Thing;
import com.duespark.workflows.retention.RetentionActivities.Round;
import com.duespark.workflows.shared.Histories;
import com.duespark.workflows.shared.ShortRuns;
import com.duespark.workflows.shared.TaskQueues;
import io.temporal.client.WorkflowException;
import io.temporal.common.WorkflowExecutionHistory;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class RetentionWorkflowTest {

  @Test
  void everyThingIsDoneOnceInAnOrderInWhichNothingPointsToWhatIsGone() throws Exception {
    var night = new OneNight();

    Histories.replay(play(night));

    var things = night.attempts().stream().map(Round::thing).toList();
    assertThat(things).containsExactlyInAnyOrder(Thing.values());
    assertThat(things).containsSubsequence(Thing.WEBHOOK_PAYLOADS, Thing.WEBHOOK_EVENTS);
    assertThat(things).containsSubsequence(Thing.REFRESH_TOKENS, Thing.SESSIONS);
    assertThat(things)
        .containsSubsequence(Thing.DELETED_DRAFTS, Thing.DELETED_CONTACTS, Thing.DELETED_SETTINGS);
    assertThat(night.attempts()).allMatch(round -> round.day().equals(OneNight.DAY));
  }

  @Test
  void whoDiesIsFollowedByWhoGoesOn() throws Exception {
    var night = new OneNight().dying(Thing.DELIVERY_EVENTS, 4);

    Histories.replay(play(night));

    assertThat(night.attempts()).hasSize(Thing.values().length + 4);
  }

  @Test
  void oneThingThatFailsKeepsNoOtherAndIsNamedAtTheEnd() {
    var night = new OneNight().dying(Thing.MONTHS_AHEAD, 99);

    assertThatThrownBy(() -> play(night))
        .isInstanceOf(WorkflowException.class)
        .hasStackTraceContaining("Not done on 2026-01-05: [MONTHS_AHEAD]")
        .hasStackTraceContaining("AUDIT_LOG=9");

    assertThat(night.attempts().stream().map(Round::thing).distinct().toList())
        .containsExactlyInAnyOrderElementsOf(Arrays.asList(Thing.values()));
    assertThat(night.attempts()).hasSize(Thing.values().length + 4);
  }

  private static WorkflowExecutionHistory play(OneNight night) {
    return ShortRuns.run(
        RetentionWorkflowImpl.class, RetentionWorkflow.TYPE, TaskQueues.BULK, night);
  }
}
