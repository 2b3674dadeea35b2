/** Facts about what is taken out of what is kept. */
@org.jspecify.annotations.NullMarked
package com.duespark.domain.privacy;
