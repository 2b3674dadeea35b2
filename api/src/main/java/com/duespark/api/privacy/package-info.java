/** Privacy requests: EP-181. */
@NullMarked
package com.duespark.api.privacy;

import org.jspecify.annotations.NullMarked;
