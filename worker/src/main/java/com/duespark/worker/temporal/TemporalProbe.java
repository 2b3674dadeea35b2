package com.duespark.worker.temporal;

import com.duespark.api.health.ReadinessProbe;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Whether Temporal answers. */
@Component
class TemporalProbe implements ReadinessProbe {

  private final WorkflowServiceStubs service;

  TemporalProbe(WorkflowServiceStubs service) {
    this.service = service;
  }

  @Override
  public String name() {
    return "temporal";
  }

  @Override
  public boolean ready() {
    try {
      var unused =
          service
              .blockingStub()
              .withDeadlineAfter(2, TimeUnit.SECONDS)
              .getSystemInfo(GetSystemInfoRequest.getDefaultInstance());
      return true;
    } catch (StatusRuntimeException e) {
      return false;
    }
  }
}
