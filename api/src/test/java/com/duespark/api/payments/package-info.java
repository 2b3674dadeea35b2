@NullMarked
package com.duespark.api.payments;

import org.jspecify.annotations.NullMarked;
