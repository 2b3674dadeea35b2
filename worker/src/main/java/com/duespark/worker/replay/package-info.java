/**
 * {@code ./duespark replay}: whether what ran before runs on with this code.
 *
 * <p>Needs neither Spring nor PostgreSQL, and no Temporal server for a history in a file. Changes
 * nothing anywhere.
 */
@NullMarked
package com.duespark.worker.replay;

import org.jspecify.annotations.NullMarked;
