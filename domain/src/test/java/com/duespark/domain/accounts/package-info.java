/** Facts about accounts. */
@org.jspecify.annotations.NullMarked
package com.duespark.domain.accounts;
