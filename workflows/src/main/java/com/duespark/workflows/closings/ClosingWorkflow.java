package com.duespark.workflows.closings;

import com.duespark.workflows.shared.Starting;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.SearchAttributes;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.UUID;

/** The closing of one business (RET-07). */
@WorkflowInterface
public interface ClosingWorkflow {

  String TYPE = "Closing";

  static String workflowId(UUID tenantId) {
    return "closing/" + tenantId;
  }

  /** A business that was closed. */
  record ClosingRef(UUID tenantId) {}

  /** How its workflow is started, by whoever comes first. */
  static WorkflowOptions options(ClosingRef closing) {
    return Starting.options(workflowId(closing.tenantId()), "Keep a closed business, then erase it")
        .setTypedSearchAttributes(
            SearchAttributes.newBuilder()
                .set(Starting.TENANT, closing.tenantId().toString())
                .build())
        .build();
  }

  @WorkflowMethod(name = TYPE)
  void run(ClosingRef closing);

  /** The business was closed, or opened again. */
  @SignalMethod
  void changed();
}
