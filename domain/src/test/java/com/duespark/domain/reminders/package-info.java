/** Facts about reminders. */
@org.jspecify.annotations.NullMarked
package com.duespark.domain.reminders;
