/**
 * Temporal's payloads encrypted with the key of their business, when that is switched on, and the
 * endpoint through which operators read them.
 *
 * <p>Always true: whatever was written in clear or encrypted is read, however the switch stands.
 */
@NullMarked
package com.duespark.worker.codec;

import org.jspecify.annotations.NullMarked;
