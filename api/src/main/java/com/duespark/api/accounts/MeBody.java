package com.duespark.api.accounts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What a person may change about the account. */
record MeBody(
    @NotBlank @Size(max = 200) String displayName, @NotBlank @Size(max = 35) String locale) {}
