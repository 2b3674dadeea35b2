/** What helps to try the product without accounts; absent unless configured. */
@NullMarked
package com.duespark.api.dev;

import org.jspecify.annotations.NullMarked;
