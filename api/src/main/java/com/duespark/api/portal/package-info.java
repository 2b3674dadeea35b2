/** The payer's door: one secret link opens one invoice, its PDF and its payment. */
@NullMarked
package com.duespark.api.portal;

import org.jspecify.annotations.NullMarked;
