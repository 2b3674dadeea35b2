/** Facts about the send ledger. */
@org.jspecify.annotations.NullMarked
package com.duespark.domain.deliveries;
