/** What an operator sees over all businesses: counts and ages, never a row. */
@NullMarked
package com.duespark.domain.ops;

import org.jspecify.annotations.NullMarked;
