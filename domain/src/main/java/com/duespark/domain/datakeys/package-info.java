/**
 * The keys that encrypt what Temporal keeps, one per business (PRV-03).
 *
 * <p>Owns {@code data_keys}. Always true: a key is stored sealed and is never printed; an erased
 * one opens nothing any more and its number is not used again.
 */
@NullMarked
package com.duespark.domain.datakeys;

import org.jspecify.annotations.NullMarked;
