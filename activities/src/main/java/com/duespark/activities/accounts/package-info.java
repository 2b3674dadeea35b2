/** Mails to people who have no business yet. */
@NullMarked
package com.duespark.activities.accounts;

import org.jspecify.annotations.NullMarked;
