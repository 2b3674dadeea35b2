package com.duespark.api.tenants;

import com.duespark.domain.tenants.TenantKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Founds a business (EP-010). */
record FoundBody(
    @NotBlank @Size(max = 200) String name,
    @Size(max = 50) @Nullable String timezone,
    @Size(max = 3) @Nullable String currency,
    @Size(max = 2) @Nullable String country,
    @Size(max = 35) @Nullable String locale,
    @Size(max = 50) @Nullable String profileId,
    @Nullable TenantKind kind) {}
