/**
 * Temporal's payloads encrypted with the key of their business, when that is switched on, and the
 * endpoint through which operators read them; after a change of the installation's key, whatever it
 * seals is sealed again.
 *
 * <p>Always true: whatever was written in clear or encrypted is read, however the switch stands.
 */
@NullMarked
package com.duespark.worker.codec;

import org.jspecify.annotations.NullMarked;
