/**
 * Product events: what happened, in words that the measures of the product are computed from
 * (EVT-01 to EVT-23).
 *
 * <p>Owns {@code analytics_events}. Always true: properties hold ids, enums and counts, never
 * personal data.
 */
@NullMarked
package com.duespark.domain.events;

import org.jspecify.annotations.NullMarked;
