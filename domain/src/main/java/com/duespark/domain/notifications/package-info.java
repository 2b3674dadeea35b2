/**
 * Notices to members inside the app (TEN-06).
 *
 * <p>Owns {@code notifications}. Always true: a notice is written in the transaction of what it
 * tells.
 */
@NullMarked
package com.duespark.domain.notifications;

import org.jspecify.annotations.NullMarked;
