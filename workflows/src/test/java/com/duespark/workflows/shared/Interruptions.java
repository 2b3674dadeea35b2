package com.duespark.workflows.shared;

import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptorBase;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Lets a test do something in the middle of a workflow task. What comes meanwhile meets in the next
 * task, or undoes this one when it was to be the last.
 */
public final class Interruptions extends WorkerInterceptorBase {

  private final Queue<Runnable> updateChecks = new ConcurrentLinkedQueue<>();
  private final Queue<Runnable> ends = new ConcurrentLinkedQueue<>();

  /** Once, when a workflow is about to judge the shape of an update. */
  public void atUpdateCheck(Runnable what) {
    updateChecks.add(what);
  }

  /** Once, when a workflow has decided to end, or to go on in a new run, and nobody knows yet. */
  public void atEnd(Runnable what) {
    ends.add(what);
  }

  /** The thread of a workflow may not call its server itself. */
  private static void interrupt(Queue<Runnable> by) {
    var what = by.poll();
    if (what != null) {
      CompletableFuture.runAsync(what).join();
    }
  }

  @Override
  public WorkflowInboundCallsInterceptor interceptWorkflow(WorkflowInboundCallsInterceptor next) {
    return new WorkflowInboundCallsInterceptorBase(next) {
      @Override
      public void init(WorkflowOutboundCallsInterceptor outbound) {
        super.init(
            new WorkflowOutboundCallsInterceptorBase(outbound) {
              @Override
              public void continueAsNew(ContinueAsNewInput input) {
                interrupt(ends);
                super.continueAsNew(input);
              }
            });
      }

      @Override
      public void validateUpdate(UpdateInput input) {
        interrupt(updateChecks);
        super.validateUpdate(input);
      }

      @Override
      public WorkflowOutput execute(WorkflowInput input) {
        var output = super.execute(input);
        interrupt(ends);
        return output;
      }
    };
  }
}
