/**
 * Keys and what is done with them: typed configuration, sealing of credentials at rest, one-time
 * and portal tokens.
 *
 * <p>Owns no table. Always true: a key never appears in a log, an exception or a row; a token that
 * opens something is derived again when it is sent and only its hash is stored.
 */
@NullMarked
package com.duespark.domain.secrets;

import org.jspecify.annotations.NullMarked;
