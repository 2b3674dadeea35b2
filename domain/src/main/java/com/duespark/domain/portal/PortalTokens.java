package com.duespark.domain.portal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;
import org.springframework.transaction.annotation.Transactional;

/** The payer's links of the bound tenant; {@link #byHash} looks over all tenants. */
@Transactional
public interface PortalTokens extends CrudRepository<PortalToken, UUID> {

  /** Whose link a secret is. */
  record Owner(UUID tokenId, UUID tenantId) {}

  @Query("select * from portal_tokens where tenant_id = current_tenant() and id = :id")
  Optional<PortalToken> find(UUID id);

  @Query("select token_id, tenant_id from portal_token_by_hash(:hash)")
  Optional<Owner> byHash(byte[] hash);

  /** Links that were not revoked, newest first, at most 100. */
  @Query(
      """
      select * from portal_tokens
      where tenant_id = current_tenant() and entity_id = :entityId and revoked_at is null
      order by id desc limit 100
      """)
  List<PortalToken> liveOf(UUID entityId);

  @Modifying
  @Query(
      """
      update portal_tokens set last_used_at = now(), use_count = use_count + 1
      where tenant_id = current_tenant() and id = :id
      """)
  void used(UUID id);
}
