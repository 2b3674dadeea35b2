/**
 * Deliveries: the ledger of every message that leaves, one row per recipient and channel.
 *
 * <p>Owns the state of a send and the rule what may happen next. Does not own the words of a
 * message nor the provider.
 *
 * <p>Always true: the row with its frozen request is committed before a byte leaves; one attempt at
 * a time holds the lease; an outcome that is not known is looked up, never blindly repeated (design
 * law 5).
 */
@NullMarked
package com.duespark.domain.deliveries;

import org.jspecify.annotations.NullMarked;
