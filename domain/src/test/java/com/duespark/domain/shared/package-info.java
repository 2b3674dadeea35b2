/** Facts about amounts. */
@org.jspecify.annotations.NullMarked
package com.duespark.domain.shared;
