@NullMarked
package com.duespark.api.apikeys;

import org.jspecify.annotations.NullMarked;
