/**
 * Invoices: a claim for money that a business makes on a contact.
 *
 * <p>Owns the invoice, its totals, its numbers, its state machine and the document that is frozen
 * when it is issued. Does not own payments, messages or reminders.
 *
 * <p>Always true: a draft has no number; an issued invoice has exactly one and keeps it; totals are
 * computed here from the lines; amounts never change once the invoice is sent.
 */
@NullMarked
package com.duespark.domain.invoices;

import org.jspecify.annotations.NullMarked;
