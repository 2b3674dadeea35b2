/** Proofs of whose the stored events are. */
@org.jspecify.annotations.NullMarked
package com.duespark.domain.inbox;
