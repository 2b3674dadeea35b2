/**
 * Hands out the web app, whose build lies under {@code web/} on the class path.
 *
 * <p>Always true: only files of that build leave here; an address of the API never answers with a
 * page.
 */
@NullMarked
package com.duespark.api.webapp;

import org.jspecify.annotations.NullMarked;
