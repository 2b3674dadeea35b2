/** The outbox: every mail accepted, whichever way it came. */
@NullMarked
package com.duespark.sandbox.mail;

import org.jspecify.annotations.NullMarked;
