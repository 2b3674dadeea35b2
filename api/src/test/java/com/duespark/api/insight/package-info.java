@NullMarked
package com.duespark.api.insight;

import org.jspecify.annotations.NullMarked;
