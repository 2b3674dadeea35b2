/** Proofs of the workflow of privacy requests. */
@org.jspecify.annotations.NullMarked
package com.duespark.workflows.privacy;
