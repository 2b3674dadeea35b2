/**
 * Writes everything that a business has into one archive.
 *
 * <p>Always true: whatever is in an archive was read at one moment.
 */
@NullMarked
package com.duespark.activities.exports;

import org.jspecify.annotations.NullMarked;
