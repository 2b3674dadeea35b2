/** Mails to people as such, who may have no business yet. */
@NullMarked
package com.duespark.activities.accounts;

import org.jspecify.annotations.NullMarked;
