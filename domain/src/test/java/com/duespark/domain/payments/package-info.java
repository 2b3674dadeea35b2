/** Facts about payments. */
@org.jspecify.annotations.NullMarked
package com.duespark.domain.payments;
