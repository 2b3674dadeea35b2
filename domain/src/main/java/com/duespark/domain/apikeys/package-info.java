/**
 * Keys with which programs call the API in the name of a business (EP-114d, MUST-10).
 *
 * <p>Owns {@code api_keys}. Always true: of a key only its SHA-256 is stored; a key does what its
 * scopes name and nothing else, in one business, for as long as it is neither revoked nor expired
 * and whoever made it is an active OWNER or ADMIN there.
 */
@NullMarked
package com.duespark.domain.apikeys;

import org.jspecify.annotations.NullMarked;
