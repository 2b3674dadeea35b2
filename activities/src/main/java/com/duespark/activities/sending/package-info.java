/**
 * The send ledger at work: claim, send, record, and find out what became of a lost answer.
 *
 * <p>Owns the order of these steps and the port to mail providers. Does not own the rows.
 *
 * <p>Always true: the claim is committed before a byte leaves; no transaction is open during a
 * call; a result is recorded only by the attempt that holds the lease.
 */
@NullMarked
package com.duespark.activities.sending;

import org.jspecify.annotations.NullMarked;
