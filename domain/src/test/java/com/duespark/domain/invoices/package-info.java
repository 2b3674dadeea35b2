/** Facts about invoices. */
@org.jspecify.annotations.NullMarked
package com.duespark.domain.invoices;
