/** Privacy requests at the API. */
@org.jspecify.annotations.NullMarked
package com.duespark.api.privacy;
