/** Tests of the demo business. */
@NullMarked
package com.duespark.worker.demo;

import org.jspecify.annotations.NullMarked;
