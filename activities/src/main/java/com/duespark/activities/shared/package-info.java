/** What every provider package uses and no provider owns. */
@NullMarked
package com.duespark.activities.shared;

import org.jspecify.annotations.NullMarked;
