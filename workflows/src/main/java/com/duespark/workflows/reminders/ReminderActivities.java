package com.duespark.workflows.reminders;

import com.duespark.workflows.reminders.CadenceWorkflow.CadenceRef;
import com.duespark.workflows.shared.CommandRef;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The steps of a cadence; each is safe to run twice. */
@ActivityInterface
public interface ReminderActivities {

  /** Makes the plan from the facts of this moment and stores it. */
  @ActivityMethod(name = "Reminders_Plan")
  Agenda plan(CadenceRef cadence);

  /** Applies a command, stores its result and plans again; a refusal is a result too. */
  @ActivityMethod(name = "Reminders_Apply")
  Agenda apply(CommandRef command);

  /**
   * Sends the message that is due, if one still is: claims its reminders while checking everything
   * again, sends, records, plans again. Fails with the delay after which to come back when the
   * outcome is not final.
   */
  @ActivityMethod(name = "Reminders_Touch")
  Agenda touch(CadenceRef cadence);
}
