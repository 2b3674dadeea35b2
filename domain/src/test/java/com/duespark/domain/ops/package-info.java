@NullMarked
package com.duespark.domain.ops;

import org.jspecify.annotations.NullMarked;
