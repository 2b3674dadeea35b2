/**
 * Starts what PostgreSQL says should run (design law 1).
 *
 * <p>Always true: it starts workflows and touches none that runs; the namespace counts as
 * reconciled only when nothing failed.
 */
@NullMarked
package com.duespark.activities.reconcile;

import org.jspecify.annotations.NullMarked;
