/** Proofs of the workflow of closings. */
@org.jspecify.annotations.NullMarked
package com.duespark.workflows.closings;
