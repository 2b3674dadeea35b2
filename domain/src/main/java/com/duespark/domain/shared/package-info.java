/**
 * Words that every vertical speaks: money, ids, the tenant in whose name code runs.
 *
 * <p>Owns no table. Holds no rule of a vertical.
 */
@NullMarked
package com.duespark.domain.shared;

import org.jspecify.annotations.NullMarked;
