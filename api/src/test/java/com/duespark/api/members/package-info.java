/** What callers of the API may rely on. */
@org.jspecify.annotations.NullMarked
package com.duespark.api.members;
