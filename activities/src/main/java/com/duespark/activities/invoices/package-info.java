/** The database steps of an invoice: each method one transaction, each safe to run twice. */
@NullMarked
package com.duespark.activities.invoices;

import org.jspecify.annotations.NullMarked;
