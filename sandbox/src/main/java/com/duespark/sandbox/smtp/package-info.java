/** An SMTP inbox that keeps what it is given in the same outbox as Postmark. */
@NullMarked
package com.duespark.sandbox.smtp;

import org.jspecify.annotations.NullMarked;
