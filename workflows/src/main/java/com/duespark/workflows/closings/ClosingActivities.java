package com.duespark.workflows.closings;

import com.duespark.workflows.closings.ClosingWorkflow.ClosingRef;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.time.Duration;

/** The steps of a closing. Each reads the rows and may be repeated. */
@ActivityInterface
public interface ClosingActivities {

  /** What a closing needs next. */
  enum Act {
    WAIT,
    /** Its days are over. */
    ERASE,
    /** It is erased, or open again. */
    END
  }

  /**
   * The next step.
   *
   * @param atMost how long to wait at most; zero unless {@link Act#WAIT}
   */
  record Next(Act act, Duration atMost) {}

  @ActivityMethod(name = "Closing_Look")
  Next look(ClosingRef closing);

  /** Ends the business's workflows and deletes its rows; whoever comes next finds the rest. */
  @ActivityMethod(name = "Closing_Erase")
  void erase(ClosingRef closing);
}
