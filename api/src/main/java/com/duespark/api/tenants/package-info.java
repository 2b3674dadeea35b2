/** The business: profile, settings, numbering (EP-010, EP-011, EP-020). */
@NullMarked
package com.duespark.api.tenants;

import org.jspecify.annotations.NullMarked;
