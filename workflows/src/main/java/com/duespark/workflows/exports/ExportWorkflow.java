package com.duespark.workflows.exports;

import com.duespark.workflows.shared.Starting;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.SearchAttributes;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.UUID;

/** One copy of everything that a business has (WF-06). */
@WorkflowInterface
public interface ExportWorkflow {

  String TYPE = "Export";

  static String workflowId(UUID exportId) {
    return "export/" + exportId;
  }

  /** An export of a business. */
  record ExportRef(UUID tenantId, UUID exportId) {}

  /** How its workflow is started, by whoever comes first. */
  static WorkflowOptions options(ExportRef export) {
    return Starting.options(workflowId(export.exportId()), "Copy everything a business has")
        .setTypedSearchAttributes(
            SearchAttributes.newBuilder()
                .set(Starting.TENANT, export.tenantId().toString())
                .build())
        .build();
  }

  @WorkflowMethod(name = TYPE)
  void run(ExportRef export);

  /** The row changed: it was taken back, thrown away early, or has to begin anew. */
  @SignalMethod
  void changed();
}
