/** What is removed each day because its time is over (RET, WF-18). */
@NullMarked
package com.duespark.workflows.retention;

import org.jspecify.annotations.NullMarked;
