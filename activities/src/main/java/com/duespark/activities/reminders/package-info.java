/**
 * The steps of a customer's cadence: plan, claim, send, record.
 *
 * <p>Always true: a reminder is claimed in one transaction that locks the customer and what they
 * owe, and reads everything again; no transaction is open while a provider is asked.
 */
@NullMarked
package com.duespark.activities.reminders;

import org.jspecify.annotations.NullMarked;
