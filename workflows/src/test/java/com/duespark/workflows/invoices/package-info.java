/** The story of an invoice, played on a clock that can be moved. */
@org.jspecify.annotations.NullMarked
package com.duespark.workflows.invoices;
