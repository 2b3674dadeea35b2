@org.jspecify.annotations.NullMarked
package com.duespark.activities.reminders;
