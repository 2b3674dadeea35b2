/**
 * Durable workflows and the contracts of their activities; one package per vertical.
 *
 * <p>Replayed code: no Spring, no SQL, no provider, no clock of its own.
 */
@NullMarked
package com.duespark.workflows;

import org.jspecify.annotations.NullMarked;
