/** Proofs of what is in an export, and of the links to it. */
@org.jspecify.annotations.NullMarked
package com.duespark.domain.exports;
