/** Proofs of the workflows of shared. */
@org.jspecify.annotations.NullMarked
package com.duespark.workflows.shared;
