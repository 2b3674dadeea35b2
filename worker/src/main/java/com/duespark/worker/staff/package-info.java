/** Who of the people here is staff of the platform, given and taken at the terminal (RBC-23). */
@NullMarked
package com.duespark.worker.staff;

import org.jspecify.annotations.NullMarked;
