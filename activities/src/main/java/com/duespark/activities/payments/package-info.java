/** Money in and money back: posting what providers report, payment pages, the poll. */
@NullMarked
package com.duespark.activities.payments;

import org.jspecify.annotations.NullMarked;
