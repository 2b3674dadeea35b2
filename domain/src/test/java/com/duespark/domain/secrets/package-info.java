/** Facts about secrets. */
@org.jspecify.annotations.NullMarked
package com.duespark.domain.secrets;
