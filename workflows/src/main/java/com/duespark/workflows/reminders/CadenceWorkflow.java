package com.duespark.workflows.reminders;

import com.duespark.workflows.shared.CommandRef;
import com.duespark.workflows.shared.Starting;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.SearchAttributes;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The reminder cadence of one customer: all their open invoices, one plan, one timer (WF-02). Ends
 * when nothing is open; the next invoice starts it again.
 */
@WorkflowInterface
public interface CadenceWorkflow {

  /** The workflow type. */
  String TYPE = "Cadence";

  static String workflowId(UUID contactId) {
    return "cadence/" + contactId;
  }

  /** A customer, by id. The input of a run: starting it again with the same is harmless. */
  record CadenceRef(UUID tenantId, UUID contactId) {}

  /** How its workflow is started, by whoever comes first. */
  static WorkflowOptions options(CadenceRef cadence) {
    return Starting.options(workflowId(cadence.contactId()), "Remind one customer")
        .setTypedSearchAttributes(
            SearchAttributes.newBuilder()
                .set(Starting.TENANT, cadence.tenantId().toString())
                .set(Starting.CONTACT, cadence.contactId().toString())
                .set(Starting.STATUS, "OPEN")
                .build())
        .build();
  }

  /**
   * What the cadence is doing.
   *
   * @param step plain words
   * @param lastProblem null when all is well
   */
  record State(String step, boolean sending, int waitingCommands, @Nullable String lastProblem) {}

  @WorkflowMethod(name = TYPE)
  void run(CadenceRef cadence);

  /** No reminders for a while, for one invoice or the whole customer. */
  @UpdateMethod(name = "pause")
  void pause(CommandRef command);

  @UpdateValidatorMethod(updateName = "pause")
  void checkPause(CommandRef command);

  @UpdateMethod(name = "resume")
  void resume(CommandRef command);

  @UpdateValidatorMethod(updateName = "resume")
  void checkResume(CommandRef command);

  /** A person says what became of a reminder whose outcome could not be found. */
  @UpdateMethod(name = "resolveDelivery")
  void resolveDelivery(CommandRef command);

  @UpdateValidatorMethod(updateName = "resolveDelivery")
  void checkResolveDelivery(CommandRef command);

  /** A person wants a reminder at once: a new one, or a planned one before its slot. */
  @UpdateMethod(name = "remindNow")
  void remindNow(CommandRef command);

  @UpdateValidatorMethod(updateName = "remindNow")
  void checkRemindNow(CommandRef command);

  /** A planned or missed reminder goes, or is left out. */
  @UpdateMethod(name = "skip")
  void skip(CommandRef command);

  @UpdateValidatorMethod(updateName = "skip")
  void checkSkip(CommandRef command);

  /** A planned reminder goes on another day, or in another tone. */
  @UpdateMethod(name = "move")
  void move(CommandRef command);

  @UpdateValidatorMethod(updateName = "move")
  void checkMove(CommandRef command);

  /** The customer says until when they pay. */
  @UpdateMethod(name = "promise")
  void promise(CommandRef command);

  @UpdateValidatorMethod(updateName = "promise")
  void checkPromise(CommandRef command);

  /** Something about an invoice is not right, or is settled. */
  @UpdateMethod(name = "dispute")
  void dispute(CommandRef command);

  @UpdateValidatorMethod(updateName = "dispute")
  void checkDispute(CommandRef command);

  /** An invoice is chased by another policy, or the customer on other channels. */
  @UpdateMethod(name = "adjust")
  void adjust(CommandRef command);

  @UpdateValidatorMethod(updateName = "adjust")
  void checkAdjust(CommandRef command);

  /** An invoice of the customer is open. */
  @SignalMethod
  void track();

  /** A payment, a due date, the contact, a policy: something that the plan depends on. */
  @SignalMethod
  void changed();

  @QueryMethod
  State state();
}
