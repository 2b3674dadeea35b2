/** Proofs of the workflows of payments. */
@org.jspecify.annotations.NullMarked
package com.duespark.workflows.payments;
