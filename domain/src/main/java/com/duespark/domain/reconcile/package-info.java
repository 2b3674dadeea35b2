/**
 * What is open in PostgreSQL and so has to be under way in Temporal (design law 1).
 *
 * <p>Reads over all tenants, ids only, through the narrow functions of V008. Changes no fact.
 */
@NullMarked
package com.duespark.domain.reconcile;

import org.jspecify.annotations.NullMarked;
