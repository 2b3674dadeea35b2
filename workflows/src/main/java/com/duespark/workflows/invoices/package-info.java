/**
 * The life of an issued invoice as one durable workflow, and the steps it asks for.
 *
 * <p>Always true: input is an id; every decision is read from rows by an activity; handlers enqueue
 * and the main loop acts; ending and starting again is harmless.
 */
@NullMarked
package com.duespark.workflows.invoices;

import org.jspecify.annotations.NullMarked;
