/**
 * A server that behaves like the providers: Stripe, Postmark, Amazon SES, Clerk and an SMTP inbox.
 * Owns no product rule.
 */
@NullMarked
package com.duespark.sandbox;

import org.jspecify.annotations.NullMarked;
