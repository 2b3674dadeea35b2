/** Owns the tests of the mails. */
@NullMarked
package com.duespark.documents.mail;

import org.jspecify.annotations.NullMarked;
