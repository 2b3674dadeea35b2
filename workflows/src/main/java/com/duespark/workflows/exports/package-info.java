/** Copies of everything that a business has, from the asking to the throwing away. */
@NullMarked
package com.duespark.workflows.exports;

import org.jspecify.annotations.NullMarked;
