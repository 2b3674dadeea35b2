package com.duespark.activities.reconcile;

import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.client.WorkflowClient;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** The namespace that we are connected to, as the server knows it. */
@Component
public class TemporalNamespace {

  private static final int PATIENCE_SECONDS = 5;

  private final WorkflowClient client;

  TemporalNamespace(WorkflowClient client) {
    this.client = client;
  }

  /** Another one when the namespace was made anew, whatever its name. */
  public String id() {
    return client
        .getWorkflowServiceStubs()
        .blockingStub()
        .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .describeNamespace(
            DescribeNamespaceRequest.newBuilder()
                .setNamespace(client.getOptions().getNamespace())
                .build())
        .getNamespaceInfo()
        .getId();
  }
}
