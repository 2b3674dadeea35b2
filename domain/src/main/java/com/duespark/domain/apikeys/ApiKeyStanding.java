package com.duespark.domain.apikeys;

import com.duespark.domain.tenants.TenantStatus;
import java.util.Set;
import java.util.UUID;

/**
 * What the database says about the key of a request in its business.
 *
 * @param open neither revoked nor expired, and backed by an active OWNER or ADMIN
 * @param madeBy who answers for it
 * @param memberId their place in the business
 * @param emailVerified theirs; needed to send to anyone (AUT-02)
 */
public record ApiKeyStanding(
    UUID id,
    boolean open,
    TenantStatus tenant,
    Set<Scope> scopes,
    UUID madeBy,
    UUID memberId,
    boolean emailVerified) {}
