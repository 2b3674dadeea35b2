/** Keeps closed businesses, and erases them. */
@NullMarked
package com.duespark.activities.closings;

import org.jspecify.annotations.NullMarked;
