/**
 * Signing up, signing in, the person's own account, password and sessions (EP-001 to EP-006) and
 * coming into a business by an invitation (EP-014).
 *
 * <p>Always true: no answer tells whether an address has an account (AUT-03).
 */
@NullMarked
package com.duespark.api.accounts;

import org.jspecify.annotations.NullMarked;
