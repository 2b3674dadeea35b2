/** Contacts: EP-030 to EP-033. */
@NullMarked
package com.duespark.api.contacts;

import org.jspecify.annotations.NullMarked;
