/**
 * What an operator sees of one process: metrics, probes, log lines, traces.
 *
 * <p>Owns the operator's port and what is measured about the process as a whole. A fact is counted
 * where it happens: {@code meters.counter(name)} in the constructor, {@code
 * AfterCommit.run(counter::increment)} in the transaction. Always true: nothing here is reachable
 * on the public port, and nothing carries personal data.
 */
@NullMarked
package com.duespark.worker.telemetry;

import org.jspecify.annotations.NullMarked;
