/**
 * Who changed what, and when (AUD-01 to AUD-05), and the proof that nobody changed it afterwards.
 *
 * <p>Owns {@code audit_log}, {@code audit_unsealed}, {@code audit_places}, {@code audit_blocks},
 * {@code audit_drops}. Always true: an entry is written in the transaction of its change and is
 * never changed afterwards, but that erasing puts hashes where personal values were; each committed
 * entry gets one place in its business's chain, in the order of sealing and not of ids.
 */
@NullMarked
package com.duespark.domain.audit;

import org.jspecify.annotations.NullMarked;
