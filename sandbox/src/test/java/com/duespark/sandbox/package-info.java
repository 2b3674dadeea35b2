/** The sandbox as its callers see it: through the vendors' own clients. */
@NullMarked
package com.duespark.sandbox;

import org.jspecify.annotations.NullMarked;
