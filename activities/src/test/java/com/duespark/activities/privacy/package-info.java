/** Facts about the steps of privacy requests. */
@org.jspecify.annotations.NullMarked
package com.duespark.activities.privacy;
