@NullMarked
package com.duespark.sandbox.http;

import org.jspecify.annotations.NullMarked;
