/** A mail as MIME, for every provider that takes it so. */
@NullMarked
package com.duespark.activities.mime;

import org.jspecify.annotations.NullMarked;
