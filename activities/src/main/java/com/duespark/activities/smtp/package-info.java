/** Any SMTP server behind the mail port. SMTP has no look-up: a lost answer stays UNKNOWN. */
@NullMarked
package com.duespark.activities.smtp;

import org.jspecify.annotations.NullMarked;
