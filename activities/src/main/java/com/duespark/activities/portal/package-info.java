/**
 * The payer's links, as they are put into mails and payment pages. Secrets are derived at the last
 * moment and never stored.
 */
@NullMarked
package com.duespark.activities.portal;

import org.jspecify.annotations.NullMarked;
