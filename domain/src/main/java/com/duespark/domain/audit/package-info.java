/**
 * Who changed what, and when (AUD-01 to AUD-04).
 *
 * <p>Owns {@code audit_log}. Always true: an entry is written in the transaction of its change and
 * is never changed afterwards.
 */
@NullMarked
package com.duespark.domain.audit;

import org.jspecify.annotations.NullMarked;
