package com.duespark.workflows.retention;

import com.duespark.domain.retention.Thing;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.LocalDate;
import java.util.Map;

/**
 * One day's round through everything that has an age at which it goes (WF-18). Started by a
 * Schedule at night, which puts the day behind {@link #ID}.
 */
@WorkflowInterface
public interface RetentionWorkflow {

  String TYPE = "Retention";
  String ID = "retention";

  /**
   * What a round did.
   *
   * @param items how many of each thing on this day, other rounds of the day included
   */
  record Removed(LocalDate day, Map<Thing, Long> items) {}

  /** Ends as failed when a thing could not be done; the others are done nevertheless. */
  @WorkflowMethod(name = TYPE)
  Removed run();
}
