package com.duespark.workflows.exports;

import com.duespark.workflows.exports.ExportWorkflow.ExportRef;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.time.Duration;

/** The steps of an export. Each reads the rows and may be repeated. */
@ActivityInterface
public interface ExportActivities {

  /** What an export needs next. */
  enum Act {
    /** Write the archive. */
    WRITE,
    WAIT,
    /** Throw the archive away; its days are over. */
    EXPIRE,
    END
  }

  /**
   * The next step.
   *
   * @param atMost how long to wait at most; zero unless {@link Act#WAIT}
   */
  record Next(Act act, Duration atMost) {}

  @ActivityMethod(name = "Export_Look")
  Next look(ExportRef export);

  /** Writes the archive from one moment of the database; whoever comes next begins anew. */
  @ActivityMethod(name = "Export_Write")
  void write(ExportRef export);

  /** It could not be written, however often it was tried. */
  @ActivityMethod(name = "Export_GiveUp")
  void giveUp(ExportRef export);

  @ActivityMethod(name = "Export_Expire")
  void expire(ExportRef export);
}
