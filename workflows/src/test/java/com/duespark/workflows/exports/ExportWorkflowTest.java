package com.duespark.workflows.exports;

import static com.duespark.workflows.exports.ExportActivities.Act.END;
import static com.duespark.workflows.exports.ExportActivities.Act.WRITE;
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
class ExportWorkflowTest {

  @Test
  void anArchiveIsWrittenThoughTwoDieAndThrownAwayAfterItsDays() throws Exception {
    var row = ExportRuns.aWholeLife();

    Histories.replay(ExportRuns.play(row));

    assertThat(row.done()).containsExactly("written", "expired");
  }

  @Test
  void whatCannotBeMadeIsGivenUp() throws Exception {
    var row = ExportRuns.oneThatCannotBeMade();

    Histories.replay(ExportRuns.play(row));

    assertThat(row.done()).containsExactly("given up");
  }

  @Test
  void whatHasToBeginAnewIsWrittenAgain() throws Exception {
    var row = new Row().then(WRITE).then(WRITE).then(END);

    Histories.replay(ExportRuns.play(row));

    assertThat(row.done()).containsExactly("written", "written");
  }

  @Test
  void aChangeAtTheLastMomentIsSeen() throws Exception {
    var row = new Row().then(END).then(WRITE).then(END).changingAtTheEnd();

    Histories.replay(ExportRuns.play(row));

    assertThat(row.done()).containsExactly("written");
  }

  @Test
  void anArchiveThatIsThrownAwayEarlyEndsTheWait() throws Exception {
    var row = new Row().then(WRITE).thenWait(Duration.ofDays(7)).then(END);
    try (var world = new World()) {
      world.work(row, List.of(TaskQueues.CORE, TaskQueues.EXPORT));
      var workflow =
          world
              .client()
              .newUntypedWorkflowStub(
                  ExportWorkflow.TYPE, ExportWorkflow.options(ExportRuns.EXPORT));
      workflow.start(ExportRuns.EXPORT);
      world.rests(ExportWorkflow.workflowId(ExportRuns.EXPORT.exportId()));
      var before = world.now();

      workflow.signal("changed");
      workflow.getResult(World.PATIENCE.toSeconds(), TimeUnit.SECONDS, Void.class);

      assertThat(Duration.between(before, world.now())).isLessThan(Duration.ofHours(1));
      Histories.replay(world.histories());
    }
  }
}
