/**
 * The invoice desk: drafts are edited here, everything later is asked of the invoice's workflow.
 */
@NullMarked
package com.duespark.api.invoices;

import org.jspecify.annotations.NullMarked;
