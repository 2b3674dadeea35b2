/**
 * The connection to Temporal and the workers on it.
 *
 * <p>Owns addresses, credentials, search attributes, Schedules and which queue runs what. Always
 * true: everything it sets up on the server can be set up again.
 */
@NullMarked
package com.duespark.worker.temporal;

import org.jspecify.annotations.NullMarked;
