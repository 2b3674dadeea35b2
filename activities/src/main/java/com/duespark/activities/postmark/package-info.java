/** Postmark behind the mail port: an HTTP API with look-up by our own metadata. */
@NullMarked
package com.duespark.activities.postmark;

import org.jspecify.annotations.NullMarked;
