/**
 * How much one business may take of what all share (TNC-05): requests, mails, work at once.
 *
 * <p>Owns {@code quotas}. Always true: without a row, or a value in it, the installation's standard
 * counts; only an administrator of the platform sets them, and the database asks again whether it
 * is one (V032).
 */
@NullMarked
package com.duespark.domain.quotas;

import org.jspecify.annotations.NullMarked;
