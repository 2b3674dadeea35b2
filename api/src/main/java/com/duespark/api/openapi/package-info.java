/**
 * The API's description (API-16), generated from the handlers.
 *
 * <p>Always true: every operation has an id, a typed envelope, its errors and its least role; a
 * property is required unless its type allows null.
 */
@NullMarked
package com.duespark.api.openapi;

import org.jspecify.annotations.NullMarked;
