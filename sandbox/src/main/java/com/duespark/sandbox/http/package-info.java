/** The HTTP door: requests, replies, and the faults that can be ordered for them. */
@NullMarked
package com.duespark.sandbox.http;

import org.jspecify.annotations.NullMarked;
