/** The files an operator starts from: they name only what is there. */
@NullMarked
package com.duespark.worker.ops;

import org.jspecify.annotations.NullMarked;
