/** Proofs of the workflows of testclock. */
@org.jspecify.annotations.NullMarked
package com.duespark.workflows.testclock;
