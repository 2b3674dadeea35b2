/**
 * Tax rates that a business charges (MON-10).
 *
 * <p>Owns {@code tax_rates}. Always true: a document carries its own copy of name and percent, so
 * changing a rate changes no document; at most one live rate is the default.
 */
@NullMarked
package com.duespark.domain.taxrates;

import org.jspecify.annotations.NullMarked;
