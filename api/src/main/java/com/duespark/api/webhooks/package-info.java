/** The providers' door: verify on raw bytes, store, answer. */
@NullMarked
package com.duespark.api.webhooks;

import org.jspecify.annotations.NullMarked;
