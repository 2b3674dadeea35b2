/** A test business on its way through time, event by event (design law 16). */
@NullMarked
package com.duespark.workflows.testclock;

import org.jspecify.annotations.NullMarked;
