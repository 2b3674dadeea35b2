/**
 * Rebuilding Temporal from PostgreSQL (design law 1).
 *
 * <p>Always true: it starts and never signals, so a workflow that runs sees nothing; doing it twice
 * changes nothing.
 */
@NullMarked
package com.duespark.workflows.reconcile;

import org.jspecify.annotations.NullMarked;
