package com.duespark.worker.system;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.SearchAttributeKey;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/**
 * What Temporal alone costs: as many updates, signals, timers, activities and upserts as the
 * workflows of a paid invoice have, and nothing in them.
 */
@WorkflowInterface
public interface NoOpWorkflow {
  String TYPE = "NoOp";
  String QUEUE = "no-op";

  /** How much of everything. */
  record Shape(int updates, int signals, int timers, int activities, int upserts) {
    static Shape like(Usage usage) {
      return new Shape(
          usage.updates(), usage.signals(), usage.timers(), usage.activities(), usage.upserts());
    }
  }

  @WorkflowMethod(name = TYPE)
  void run(Shape shape);

  @UpdateMethod(name = "step")
  void step();

  @SignalMethod(name = "seen")
  void seen();

  /** Does nothing, as quickly as it can. */
  @ActivityInterface
  interface Activities {
    @ActivityMethod(name = "NoOp_Nothing")
    void nothing();
  }

  /** {@inheritDoc} */
  final class Nothing implements Activities {
    @Override
    public void nothing() {
      // that is the point
    }
  }

  /** An activity for each update and signal, the rest after the last; timers called off. */
  class Impl implements NoOpWorkflow {
    private static final SearchAttributeKey<String> STATUS =
        SearchAttributeKey.forKeyword("EntityStatus");

    private final Activities activities =
        Workflow.newActivityStub(
            Activities.class,
            ActivityOptions.newBuilder().setStartToCloseTimeout(Duration.ofSeconds(10)).build());
    private final Shape shape;
    private int messages;
    private int done;

    @WorkflowInit
    public Impl(Shape shape) {
      this.shape = shape;
    }

    @Override
    public void run(Shape start) {
      var timers =
          Workflow.newCancellationScope(
              () -> {
                for (int i = 0; i < shape.timers(); i++) {
                  var unused = Workflow.newTimer(Duration.ofDays(3 + i));
                }
              });
      timers.run();
      int expected = shape.updates() + shape.signals();
      while (done < shape.activities()) {
        Workflow.await(() -> done < messages || messages == expected);
        activities.nothing();
        done++;
      }
      timers.cancel();
      for (int i = 0; i < shape.upserts(); i++) {
        Workflow.upsertTypedSearchAttributes(STATUS.valueSet("PAID"));
      }
      Workflow.await(Workflow::isEveryHandlerFinished);
    }

    @Override
    public void step() {
      int mine = ++messages;
      Workflow.await(() -> done >= Math.min(mine, shape.activities()));
    }

    @Override
    public void seen() {
      messages++;
    }
  }
}
