/**
 * Stripe behind the checkout port, and Stripe's events in our words. Each business has its own key
 * (STR-01a).
 */
@NullMarked
package com.duespark.activities.stripe;

import org.jspecify.annotations.NullMarked;
