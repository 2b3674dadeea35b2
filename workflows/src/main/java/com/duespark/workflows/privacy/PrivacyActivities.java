package com.duespark.workflows.privacy;

import com.duespark.workflows.privacy.PrivacyWorkflow.PrivacyRef;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.time.Duration;

/** The steps of a privacy request. Each reads the rows and may be repeated. */
@ActivityInterface
public interface PrivacyActivities {

  /** What a request needs next. */
  enum Act {
    /** Put the copy together. */
    COLLECT,
    /** Take the person out. */
    ERASE,
    /** Tell the owners that the last day comes near. */
    WARN,
    /** Throw the copy away; its days are over. */
    DROP_FILE,
    WAIT,
    END
  }

  /**
   * The next step.
   *
   * @param atMost how long to wait at most; zero unless {@link Act#WAIT}
   */
  record Next(Act act, Duration atMost) {}

  @ActivityMethod(name = "Privacy_Look")
  Next look(PrivacyRef request);

  @ActivityMethod(name = "Privacy_Collect")
  void collect(PrivacyRef request);

  /** Erases, unless something has come in the way since the look. */
  @ActivityMethod(name = "Privacy_Erase")
  void erase(PrivacyRef request);

  @ActivityMethod(name = "Privacy_Warn")
  void warn(PrivacyRef request);

  @ActivityMethod(name = "Privacy_DropFile")
  void dropFile(PrivacyRef request);
}
