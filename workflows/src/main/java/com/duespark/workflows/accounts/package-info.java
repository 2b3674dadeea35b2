/** Mails to people as such, who may have no business yet. */
@NullMarked
package com.duespark.workflows.accounts;

import org.jspecify.annotations.NullMarked;
