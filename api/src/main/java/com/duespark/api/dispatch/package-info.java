/**
 * Carries stored facts and commands to their workflows.
 *
 * <p>Owns the one background loop of the program. Always true: a row is dispatched right after its
 * commit by whoever stored it; the loop is only the net; delivering twice is harmless (WFR-01).
 */
@NullMarked
package com.duespark.api.dispatch;

import org.jspecify.annotations.NullMarked;
