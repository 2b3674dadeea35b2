/** Card checkouts, and the poll that finds payments whose webhook was lost. */
@NullMarked
package com.duespark.workflows.payments;

import org.jspecify.annotations.NullMarked;
