/** Proofs of what reconcile reads. */
@org.jspecify.annotations.NullMarked
package com.duespark.domain.reconcile;
