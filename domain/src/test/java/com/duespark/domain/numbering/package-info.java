/** Facts about numbering. */
@org.jspecify.annotations.NullMarked
package com.duespark.domain.numbering;
