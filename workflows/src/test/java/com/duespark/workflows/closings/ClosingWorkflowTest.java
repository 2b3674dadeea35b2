package com.duespark.workflows.closings;

import static com.duespark.workflows.closings.ClosingActivities.Act.END;
import static com.duespark.workflows.closings.ClosingActivities.Act.ERASE;
import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.workflows.shared.Histories;
import com.duespark.workflows.shared.TaskQueues;
import com.duespark.workflows.shared.World;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ClosingWorkflowTest {

  @Test
  void aClosedBusinessIsErasedAfterItsDaysThoughTwoDie() throws Exception {
    var business = ClosingRuns.aWholeLife();

    Histories.replay(ClosingRuns.play(business));

    assertThat(business.erasures()).isEqualTo(1);
  }

  @Test
  void whatIsOpenedAgainIsNotErased() throws Exception {
    var business = new Business().thenWait(Duration.ofDays(60)).then(END);
    try (var world = new World()) {
      world.work(business, List.of(TaskQueues.CORE, TaskQueues.BULK));
      var workflow =
          world
              .client()
              .newUntypedWorkflowStub(
                  ClosingWorkflow.TYPE, ClosingWorkflow.options(ClosingRuns.CLOSING));
      workflow.start(ClosingRuns.CLOSING);
      world.rests(ClosingWorkflow.workflowId(ClosingRuns.CLOSING.tenantId()));
      var before = world.now();

      workflow.signal("changed");
      workflow.getResult(World.PATIENCE.toSeconds(), TimeUnit.SECONDS, Void.class);

      assertThat(business.erasures()).isZero();
      assertThat(Duration.between(before, world.now())).isLessThan(Duration.ofHours(1));
      Histories.replay(world.histories());
    }
  }

  @Test
  void aClosingAtTheLastMomentIsSeen() throws Exception {
    var business = new Business().then(END).then(ERASE).then(END).changingAtTheEnd();

    Histories.replay(ClosingRuns.play(business));

    assertThat(business.erasures()).isEqualTo(1);
  }
}
