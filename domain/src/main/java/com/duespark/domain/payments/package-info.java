/**
 * Payments: money received, and the attempts through which providers may report it.
 *
 * <p>Always true: one row per provider reference; only payments that succeeded, are applied and are
 * not exceptions count towards an invoice; a payment's currency is its invoice's.
 */
@NullMarked
package com.duespark.domain.payments;

import org.jspecify.annotations.NullMarked;
