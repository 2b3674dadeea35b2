/**
 * Copies of everything that a business has, from the asking to the throwing away.
 *
 * <p>Always true: an archive is one moment of one business, and holds no secret.
 */
@NullMarked
package com.duespark.domain.exports;

import org.jspecify.annotations.NullMarked;
