package com.duespark.api.tenants;

import com.duespark.domain.tenants.TenantProfile;
import com.duespark.domain.tenants.TenantSettings;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What may be changed about a business. */
record TenantBody(
    @NotBlank @Size(max = 200) String name,
    @NotBlank @Size(max = 50) String timezone,
    @NotBlank @Size(max = 3) String currency,
    @NotBlank @Size(max = 2) String country,
    @NotBlank @Size(max = 35) String locale,
    @NotNull TenantSettings settings) {

  static TenantBody of(TenantProfile tenant) {
    return new TenantBody(
        tenant.name(),
        tenant.timezone(),
        tenant.currency(),
        tenant.country(),
        tenant.locale(),
        tenant.settings());
  }
}
