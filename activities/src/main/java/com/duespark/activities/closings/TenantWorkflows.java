package com.duespark.activities.closings;

import com.duespark.workflows.closings.ClosingWorkflow;
import com.duespark.workflows.shared.Starting;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The workflows that run for a business. */
@Component
class TenantWorkflows {

  private static final String REASON = "The business is erased";

  private final WorkflowClient client;

  TenantWorkflows(WorkflowClient client) {
    this.client = client;
  }

  /**
   * Ends all but the one of the closing itself.
   *
   * @param signOfLife called after each
   * @return how many
   */
  int endAll(UUID tenantId, Runnable signOfLife) {
    var running = running(tenantId);
    for (var workflowId : running) {
      end(workflowId);
      signOfLife.run();
    }
    return running.size();
  }

  private List<String> running(UUID tenantId) {
    var query =
        "%s = '%s' and ExecutionStatus = 'Running'".formatted(Starting.TENANT.getName(), tenantId);
    try (var found = client.listExecutions(query)) {
      return found
          .map(one -> one.getExecution().getWorkflowId())
          .filter(id -> !id.equals(ClosingWorkflow.workflowId(tenantId)))
          .toList();
    }
  }

  private void end(String workflowId) {
    try {
      client.newUntypedWorkflowStub(workflowId).terminate(REASON);
    } catch (WorkflowNotFoundException ended) {
      // it ended by itself since it was listed
    }
  }
}
