/**
 * Businesses that their owners closed, from the closing to the erasing.
 *
 * <p>Always true: nothing is erased that can still be reopened.
 */
@NullMarked
package com.duespark.domain.closings;

import org.jspecify.annotations.NullMarked;
