/** The steps of privacy requests: one transaction each. */
@NullMarked
package com.duespark.activities.privacy;

import org.jspecify.annotations.NullMarked;
