package com.duespark.domain.quotas;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the bound tenant may take, and the places of its jobs. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Quotas {

  /** A place is a lock, which goes with its transaction, however that ends. */
  private static final String TAKE_PLACE =
      """
      select count(*) from (
        select from generate_series(1, :places) place
        where pg_try_advisory_xact_lock(
          hashtextextended('jobs/' || current_tenant() || '/' || place, 32))
        limit 1) taken
      """;

  private final JdbcClient jdbc;
  private final Quota standard;

  Quotas(JdbcClient jdbc, Quota standard) {
    this.jdbc = jdbc;
    this.standard = standard;
  }

  /** What counts where nothing was set. */
  public Quota standard() {
    return standard;
  }

  /** What was set for the bound tenant. */
  public OwnQuota own() {
    return jdbc.sql(
            """
            select api_requests, emails, jobs, reason, version from quotas
            where tenant_id = current_tenant()
            """)
        .query(OwnQuota.class)
        .optional()
        .orElse(OwnQuota.NONE);
  }

  /** What the bound tenant may take. */
  public Quota current() {
    return own().over(standard);
  }

  /**
   * Takes a place for a job of the bound tenant until the running transaction ends.
   *
   * @return false when all are taken
   */
  public boolean takeJob() {
    return jdbc.sql(TAKE_PLACE).param("places", current().jobs()).query(Integer.class).single()
        == 1;
  }

  /**
   * Sets them for a tenant.
   *
   * @param who the administrator of the platform
   * @param wanted with the version that was seen
   * @return false when they were set by somebody else since, or whoever asks is no administrator
   */
  public boolean set(UUID who, UUID tenantId, OwnQuota wanted) {
    return jdbc.sql(
            """
            select quotas_set(:who, :tenant, :seen, :requests::int, :emails::int, :jobs::int, :why)
            """)
        .param("who", who)
        .param("tenant", tenantId)
        .param("seen", wanted.version())
        .param("requests", wanted.apiRequests())
        .param("emails", wanted.emails())
        .param("jobs", wanted.jobs())
        .param("why", wanted.reason())
        .query(Boolean.class)
        .single();
  }
}
