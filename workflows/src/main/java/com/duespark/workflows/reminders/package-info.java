/**
 * The cadence of one customer as a durable workflow, and the steps it asks for.
 *
 * <p>Always true: the plan is made from rows by an activity, which also says how long to wait; the
 * workflow only waits and asks again; ending and starting it again is harmless.
 */
@NullMarked
package com.duespark.workflows.reminders;

import org.jspecify.annotations.NullMarked;
