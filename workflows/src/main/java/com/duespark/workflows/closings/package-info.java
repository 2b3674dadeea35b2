/** Businesses that their owners closed, from the closing to the erasing. */
@NullMarked
package com.duespark.workflows.closings;

import org.jspecify.annotations.NullMarked;
