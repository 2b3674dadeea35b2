/**
 * Contacts: the people and companies a business bills, buys from or hopes to.
 *
 * <p>Owns {@code contacts} and {@code channel_consents}. Does not own what they owe ({@code
 * invoices}) or what is written to them. Always true: addresses are stored normalised; a deleted
 * contact is hidden, never gone; a suppressed channel is not written to.
 */
@NullMarked
package com.duespark.domain.contacts;

import org.jspecify.annotations.NullMarked;
