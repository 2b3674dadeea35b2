/** Mails to people who have no business yet. */
@NullMarked
package com.duespark.workflows.accounts;

import org.jspecify.annotations.NullMarked;
