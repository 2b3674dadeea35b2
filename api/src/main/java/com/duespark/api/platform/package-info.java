/**
 * What staff of the platform see and do over all businesses: EP-187, EP-188, TNC-05.
 *
 * <p>Always true: every call is written in the platform's log, and what is about one business in
 * that business's log too, in the transaction of the act; nothing that a provider told leaves here.
 */
@NullMarked
package com.duespark.api.platform;

import org.jspecify.annotations.NullMarked;
