package com.duespark.workflows.privacy;

import com.duespark.workflows.shared.Starting;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.SearchAttributes;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.UUID;

/** One privacy request (WF-17). */
@WorkflowInterface
public interface PrivacyWorkflow {

  String TYPE = "Privacy";

  static String workflowId(UUID requestId) {
    return "privacy/" + requestId;
  }

  /** A request of a business. */
  record PrivacyRef(UUID tenantId, UUID requestId) {}

  /** How its workflow is started, by whoever comes first. */
  static WorkflowOptions options(PrivacyRef request) {
    return Starting.options(workflowId(request.requestId()), "Answer a privacy request")
        .setTypedSearchAttributes(
            SearchAttributes.newBuilder()
                .set(Starting.TENANT, request.tenantId().toString())
                .build())
        .build();
  }

  @WorkflowMethod(name = TYPE)
  void run(PrivacyRef request);

  /** A row changed: it was waved through or taken back, or what it waits for may be over. */
  @SignalMethod
  void changed();
}
