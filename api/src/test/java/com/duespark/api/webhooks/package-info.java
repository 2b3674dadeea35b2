/** Facts about the providers' door. */
@org.jspecify.annotations.NullMarked
package com.duespark.api.webhooks;
