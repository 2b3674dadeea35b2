/** The deliveries of invoices: what their outcome means for the invoice. */
@NullMarked
package com.duespark.activities.deliveries;

import org.jspecify.annotations.NullMarked;
