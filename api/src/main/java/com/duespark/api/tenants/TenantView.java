package com.duespark.api.tenants;

import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Versioned;
import com.duespark.domain.members.Role;
import com.duespark.domain.tenants.TenantKind;
import com.duespark.domain.tenants.TenantProfile;
import com.duespark.domain.tenants.TenantSettings;
import com.duespark.domain.tenants.TenantStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A business (EP-011).
 *
 * @param today the day it is for the business, by its own clock
 */
record TenantView(
    UUID id,
    String name,
    String profileId,
    String timezone,
    String currency,
    String country,
    String locale,
    TenantKind kind,
    TenantStatus status,
    TenantSettings settings,
    LocalDate today,
    @Nullable Instant createdAt,
    int version,
    List<String> allowedActions)
    implements Versioned {

  static TenantView of(TenantProfile tenant, LocalDate today, Caller caller) {
    return of(tenant, today, caller.is(Role.ADMIN) ? List.of("update") : List.of());
  }

  static TenantView of(TenantProfile tenant, LocalDate today, List<String> allowedActions) {
    return new TenantView(
        tenant.id(),
        tenant.name(),
        tenant.profileId(),
        tenant.timezone(),
        tenant.currency(),
        tenant.country(),
        tenant.locale(),
        tenant.kind(),
        tenant.status(),
        tenant.settings(),
        today,
        tenant.createdAt(),
        tenant.version(),
        allowedActions);
  }
}
