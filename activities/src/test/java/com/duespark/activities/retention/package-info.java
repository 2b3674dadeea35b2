/** Proofs of what is removed and what stays. */
@org.jspecify.annotations.NullMarked
package com.duespark.activities.retention;
