/** What people ask about the data that a business holds about them, from the asking to its end. */
@NullMarked
package com.duespark.workflows.privacy;

import org.jspecify.annotations.NullMarked;
