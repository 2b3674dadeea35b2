package com.duespark.domain.platform;

import com.duespark.domain.tenants.TenantKind;
import com.duespark.domain.tenants.TenantStatus;
import java.time.Instant;
import java.util.UUID;

/** Which business it is. */
public record FoundBusiness(
    UUID id, String name, TenantKind kind, TenantStatus status, Instant createdAt) {}
