package com.duespark.workflows.retention;

import com.duespark.domain.retention.Thing;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.time.LocalDate;

/** The steps of retention, one for each thing. */
@ActivityInterface
public interface RetentionActivities {

  /** A thing on a day. */
  record Round(LocalDate day, Thing thing) {}

  /** Which day it is, in UTC. */
  @ActivityMethod(name = "Retention_Day")
  LocalDate day();

  /**
   * Removes all of a thing that is over, batch by batch. Whoever takes over after a death goes on
   * with what is left.
   *
   * @return how many on this day
   */
  @ActivityMethod(name = "Retention_Remove")
  long remove(Round round);
}
