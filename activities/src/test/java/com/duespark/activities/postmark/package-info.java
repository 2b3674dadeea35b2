/** Facts about mail by Postmark. */
@org.jspecify.annotations.NullMarked
package com.duespark.activities.postmark;
