/**
 * Number series of a business (NUM-01 to NUM-04).
 *
 * <p>Owns {@code number_sequences}. Always true: a number is taken under the row's lock in the
 * transaction that uses it, so a series has no gap and no number twice. The lock comes last in the
 * lock order and is never held during anything slow.
 */
@NullMarked
package com.duespark.domain.numbering;

import org.jspecify.annotations.NullMarked;
