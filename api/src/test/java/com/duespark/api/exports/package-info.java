/** Proofs of the doors to exports. */
@org.jspecify.annotations.NullMarked
package com.duespark.api.exports;
