/** Behaves like Amazon SES v2: sending raw mails, and the events of a configuration set. */
@NullMarked
package com.duespark.sandbox.ses;

import org.jspecify.annotations.NullMarked;
