/** The JSON API with which tests steer the sandbox. */
@NullMarked
package com.duespark.sandbox.control;

import org.jspecify.annotations.NullMarked;
