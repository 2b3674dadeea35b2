package com.duespark.workflows.privacy;

import static com.duespark.workflows.privacy.PrivacyActivities.Act.COLLECT;
import static com.duespark.workflows.privacy.PrivacyActivities.Act.END;
import static com.duespark.workflows.privacy.PrivacyActivities.Act.ERASE;
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
class PrivacyWorkflowTest {

  @Test
  void aCopyIsMadeAndThrownAwayAfterSevenDays() throws Exception {
    var script = PrivacyRuns.anExport();

    Histories.replay(PrivacyRuns.play(script));

    assertThat(script.done()).containsExactly("collected", "dropped");
  }

  @Test
  void anErasureWaitsWarnsAndIsDoneThoughItsWorkerDies() throws Exception {
    var script = PrivacyRuns.anErasure();

    Histories.replay(PrivacyRuns.play(script));

    assertThat(script.done()).containsExactly("warned", "erased");
  }

  @Test
  void aChangeAtTheLastMomentIsSeen() throws Exception {
    var script = new Script().then(END).then(COLLECT).then(END).changingAtTheEnd();

    Histories.replay(PrivacyRuns.play(script));

    assertThat(script.done()).containsExactly("collected");
  }

  @Test
  void aNudgeEndsTheWait() throws Exception {
    var script = new Script().thenWait(Duration.ofDays(1)).then(ERASE).then(END);
    try (var world = new World()) {
      world.work(script, List.of(TaskQueues.CORE, TaskQueues.BULK));
      var workflow =
          world
              .client()
              .newUntypedWorkflowStub(
                  PrivacyWorkflow.TYPE, PrivacyWorkflow.options(PrivacyRuns.REQUEST));
      workflow.start(PrivacyRuns.REQUEST);
      world.rests(PrivacyWorkflow.workflowId(PrivacyRuns.REQUEST.requestId()));
      var before = world.now();

      workflow.signal("changed");
      workflow.getResult(World.PATIENCE.toSeconds(), TimeUnit.SECONDS, Void.class);

      assertThat(script.done()).containsExactly("erased");
      assertThat(Duration.between(before, world.now())).isLessThan(Duration.ofHours(1));
      Histories.replay(world.histories());
    }
  }
}
