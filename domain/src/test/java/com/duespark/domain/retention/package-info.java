/** Proofs of the rules of retention. */
@org.jspecify.annotations.NullMarked
package com.duespark.domain.retention;
