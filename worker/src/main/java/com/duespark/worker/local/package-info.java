/**
 * The services that the role {@code all} brings along: PostgreSQL, a Temporal server and any child
 * process that configuration names, all below one data directory.
 *
 * <p>Rules that always hold: one process per data directory; whatever dies is started again within
 * two seconds; what a killed predecessor left running is stopped before it is started anew; nothing
 * remains after a normal stop. No class here knows what a child is for.
 */
@NullMarked
package com.duespark.worker.local;

import org.jspecify.annotations.NullMarked;
