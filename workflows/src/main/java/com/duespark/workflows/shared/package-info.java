/**
 * What every workflow needs: task queues, timeouts and retries, a timer that can be moved.
 *
 * <p>Replayed code: no clock, no randomness, no I/O.
 */
@NullMarked
package com.duespark.workflows.shared;

import org.jspecify.annotations.NullMarked;
