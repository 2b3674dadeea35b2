/** The story of chasing a customer, played on a clock that can be moved. */
@org.jspecify.annotations.NullMarked
package com.duespark.workflows.reminders;
