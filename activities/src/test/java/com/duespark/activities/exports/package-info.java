/** Proofs of archives. */
@org.jspecify.annotations.NullMarked
package com.duespark.activities.exports;
