/** Proofs of the workflow of retention. */
@org.jspecify.annotations.NullMarked
package com.duespark.workflows.retention;
