/** Copies of everything that a business has: EP-159. */
@NullMarked
package com.duespark.api.exports;

import org.jspecify.annotations.NullMarked;
