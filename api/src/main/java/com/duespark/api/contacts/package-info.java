/** Contacts: EP-030 to EP-033, EP-113. */
@NullMarked
package com.duespark.api.contacts;

import org.jspecify.annotations.NullMarked;
