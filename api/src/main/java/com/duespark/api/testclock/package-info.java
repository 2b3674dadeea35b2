/** The clock of test businesses (EP-114b). */
@NullMarked
package com.duespark.api.testclock;

import org.jspecify.annotations.NullMarked;
