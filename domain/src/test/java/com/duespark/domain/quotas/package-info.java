@NullMarked
package com.duespark.domain.quotas;

import org.jspecify.annotations.NullMarked;
