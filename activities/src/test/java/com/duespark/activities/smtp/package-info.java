/** Facts about mail by SMTP. */
@org.jspecify.annotations.NullMarked
package com.duespark.activities.smtp;
