/** The team of a business: who is in it, with which role, and who is invited (EP-012 to EP-014). */
@NullMarked
package com.duespark.api.members;

import org.jspecify.annotations.NullMarked;
