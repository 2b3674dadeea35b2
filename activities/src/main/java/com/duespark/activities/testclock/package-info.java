/** Moving a test business through time. */
@NullMarked
package com.duespark.activities.testclock;

import org.jspecify.annotations.NullMarked;
