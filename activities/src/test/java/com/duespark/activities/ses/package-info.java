/** Facts about mail by Amazon SES. */
@org.jspecify.annotations.NullMarked
package com.duespark.activities.ses;
