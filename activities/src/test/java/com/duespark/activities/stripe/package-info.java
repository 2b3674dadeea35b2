/** Facts about payment pages at Stripe. */
@org.jspecify.annotations.NullMarked
package com.duespark.activities.stripe;
