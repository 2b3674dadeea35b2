package com.duespark.workflows.shared;

import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.SearchAttributeKey;

/**
 * How workflows of long-lived things are started: a running one is met, and an id is used again
 * after its end, because facts drive them (WFR-02).
 */
public final class Starting {

  public static final SearchAttributeKey<String> TENANT = SearchAttributeKey.forKeyword("TenantId");
  public static final SearchAttributeKey<String> CONTACT =
      SearchAttributeKey.forKeyword("ContactId");
  public static final SearchAttributeKey<String> INVOICE =
      SearchAttributeKey.forKeyword("InvoiceId");
  public static final SearchAttributeKey<String> STATUS =
      SearchAttributeKey.forKeyword("EntityStatus");

  private Starting() {}

  /**
   * The options that all of them share.
   *
   * @param summary what the Temporal UI shows beside the id; no personal data
   */
  public static WorkflowOptions.Builder options(String workflowId, String summary) {
    return WorkflowOptions.newBuilder()
        .setWorkflowId(workflowId)
        .setTaskQueue(TaskQueues.CORE)
        .setWorkflowIdConflictPolicy(
            WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
        .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
        .setStaticSummary(summary);
  }
}
