package com.duespark.domain.tenants;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;
import org.springframework.transaction.annotation.Transactional;

/** The bound tenant, its clock (design law 16) and calendar. */
@Transactional(readOnly = true)
public interface Tenants extends CrudRepository<TenantProfile, UUID> {

  @Query("select * from tenants where id = current_tenant()")
  TenantProfile current();

  /**
   * One after the other; rows that only refer to the tenant, as a key of a repeat does, wait for
   * nobody.
   */
  @Query("select * from tenants where id = current_tenant() for no key update")
  TenantProfile lockCurrent();

  @Query("select * from tenants where id = :id and id = current_tenant()")
  Optional<TenantProfile> find(UUID id);

  /** Business time: real time, plus the offset of a test business. */
  @Query("select business_now()")
  Instant businessNow();

  /** The day it is for the business, in its own timezone. */
  @Query(
      "select (business_now() at time zone timezone)::date from tenants where id = current_tenant()")
  LocalDate today();
}
