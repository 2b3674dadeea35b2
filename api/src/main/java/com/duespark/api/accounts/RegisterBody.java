package com.duespark.api.accounts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Opens an account and a business (EP-001).
 *
 * @param timezone IANA zone; by default that of the country
 * @param currency ISO 4217; by default that of the country
 * @param country ISO 3166-1 alpha-2; KE by default
 */
record RegisterBody(
    @NotBlank @Size(max = 254) String email,
    @NotBlank @Size(min = Passwords.MIN_LENGTH, max = Passwords.MAX_LENGTH) String password,
    @NotBlank @Size(max = 200) String displayName,
    @NotBlank @Size(max = 200) String businessName,
    @Size(max = 50) @Nullable String timezone,
    @Size(max = 3) @Nullable String currency,
    @Size(max = 2) @Nullable String country,
    @Size(max = 35) @Nullable String locale,
    @Size(max = 20) @Nullable String referralCode) {}
