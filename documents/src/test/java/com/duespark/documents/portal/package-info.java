/** Owns the tests of the payer's page and the sample story they share with the mails. */
@NullMarked
package com.duespark.documents.portal;

import org.jspecify.annotations.NullMarked;
