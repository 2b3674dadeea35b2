/**
 * Businesses: name, place, money, clock and settings.
 *
 * <p>Owns {@code tenants}. Does not own people ({@code members}, {@code accounts}). Always true: a
 * business of kind LIVE runs on real time; only one of kind TEST has an offset, and it only grows.
 */
@NullMarked
package com.duespark.domain.tenants;

import org.jspecify.annotations.NullMarked;
