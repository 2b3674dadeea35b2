/** Facts about the send ledger at work. */
@org.jspecify.annotations.NullMarked
package com.duespark.activities.sending;
