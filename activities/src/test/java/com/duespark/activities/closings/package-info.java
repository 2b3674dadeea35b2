/** Proofs of closings. */
@org.jspecify.annotations.NullMarked
package com.duespark.activities.closings;
