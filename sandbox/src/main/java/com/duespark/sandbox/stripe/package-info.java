/** Behaves like the Stripe API: checkout, payments, refunds, events and signed webhooks. */
@NullMarked
package com.duespark.sandbox.stripe;

import org.jspecify.annotations.NullMarked;
