@org.jspecify.annotations.NullMarked
package com.duespark.api.platform;
