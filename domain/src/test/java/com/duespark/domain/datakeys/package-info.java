/** Facts about data keys. */
@org.jspecify.annotations.NullMarked
package com.duespark.domain.datakeys;
