/** Proofs of the command replay. */
@org.jspecify.annotations.NullMarked
package com.duespark.worker.replay;
