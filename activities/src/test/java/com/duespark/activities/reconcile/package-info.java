/** Proofs of reconcile against a server that refuses when told to. */
@org.jspecify.annotations.NullMarked
package com.duespark.activities.reconcile;
