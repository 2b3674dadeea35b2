/** The append-only log of what was accepted; everything else is rebuilt from it. */
@NullMarked
package com.duespark.sandbox.log;

import org.jspecify.annotations.NullMarked;
