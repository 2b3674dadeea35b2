package com.duespark.api.accounts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Accepts an invitation (EP-014).
 *
 * @param displayName of somebody new; others have one
 * @param password chosen by somebody new, that of the account otherwise; nothing when signed in
 * @param locale of somebody new; that of the business by default
 */
record AcceptBody(
    @NotBlank @Size(max = 200) String token,
    @Size(max = 200) @Nullable String displayName,
    @Size(max = Passwords.MAX_LENGTH) @Nullable String password,
    @Size(max = 35) @Nullable String locale) {}
