/** What Clerk does for a backend: its public keys, session tokens, signed webhooks. */
@NullMarked
package com.duespark.sandbox.clerk;

import org.jspecify.annotations.NullMarked;
