/** Tax rates: EP-021. */
@NullMarked
package com.duespark.api.taxrates;

import org.jspecify.annotations.NullMarked;
