@NullMarked
package com.duespark.domain.clerk;

import org.jspecify.annotations.NullMarked;
