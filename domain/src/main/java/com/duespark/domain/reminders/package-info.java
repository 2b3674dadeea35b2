/**
 * Reminders: when an open invoice is chased, in which tone, and why (REM).
 *
 * <p>Owns the plan as a pure function, {@code reminder_policies}, {@code reminders}, {@code
 * holidays}, {@code cadences}, and the dunning side of an invoice. Does not own messages ({@code
 * deliveries}) or the workflow that waits.
 *
 * <p>Always true: the same facts and the same moment give the same plan; every planned, moved,
 * merged, held or skipped reminder carries its reasons; what was sent never changes.
 */
@NullMarked
package com.duespark.domain.reminders;

import org.jspecify.annotations.NullMarked;
