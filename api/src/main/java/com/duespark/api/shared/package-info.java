/**
 * What every endpoint has in common (API-01 to API-30): envelopes, errors, ids of requests, paging,
 * versions, idempotency, the caller and what a role may do, limits.
 *
 * <p>Owns {@code idempotency_keys}. Always true: a handler under {@code /v1} says who may call it,
 * or the program does not start; nothing leaves in an error that is not meant for the caller.
 */
@NullMarked
package com.duespark.api.shared;

import org.jspecify.annotations.NullMarked;
