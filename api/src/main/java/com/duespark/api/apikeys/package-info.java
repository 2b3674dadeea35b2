/** Keys for programs: EP-114d. */
@NullMarked
package com.duespark.api.apikeys;

import org.jspecify.annotations.NullMarked;
