@NullMarked
package com.duespark.api.webapp;

import org.jspecify.annotations.NullMarked;
