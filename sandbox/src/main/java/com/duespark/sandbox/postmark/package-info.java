/** Behaves like the Postmark API: sending and searching. */
@NullMarked
package com.duespark.sandbox.postmark;

import org.jspecify.annotations.NullMarked;
