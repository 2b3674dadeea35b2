/** Removes what is over, batch by batch. */
@NullMarked
package com.duespark.activities.retention;

import org.jspecify.annotations.NullMarked;
