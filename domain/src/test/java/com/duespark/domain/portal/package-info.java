/** Facts about payers' links. */
@org.jspecify.annotations.NullMarked
package com.duespark.domain.portal;
