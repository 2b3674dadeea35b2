package com.duespark.workflows.testclock;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.workflows.shared.Histories;
import com.duespark.workflows.shared.ShortRuns;
import com.duespark.workflows.shared.TaskQueues;
import com.duespark.workflows.shared.World;
import com.duespark.workflows.testclock.TestClockWorkflow.BusinessRef;
import org.junit.jupiter.api.Test;

class TestClockWorkflowTest {

  @Test
  void aBusinessIsTakenLegByLegUntilItHasArrived() throws Exception {
    var way = new LongWay(3);

    var history =
        ShortRuns.run(
            TestClockWorkflowImpl.class,
            TestClockWorkflow.TYPE,
            TaskQueues.BULK,
            way,
            new BusinessRef(World.TENANT));

    assertThat(way.walked()).isEqualTo(3);
    Histories.replay(history);
  }

  @Test
  void aBusinessThatIsAskedOnWhileItArrivesGoesOn() throws Exception {
    var way = new AskedOn();

    var history =
        ShortRuns.run(
            TestClockWorkflowImpl.class,
            TestClockWorkflow.TYPE,
            TaskQueues.BULK,
            way,
            new BusinessRef(World.TENANT));

    assertThat(way.arrivals()).isEqualTo(2);
    Histories.replay(history);
  }
}
