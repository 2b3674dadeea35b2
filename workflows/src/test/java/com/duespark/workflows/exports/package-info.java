/** Proofs of the workflow of exports. */
@org.jspecify.annotations.NullMarked
package com.duespark.workflows.exports;
