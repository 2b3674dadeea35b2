package com.duespark.domain.storage;

import com.duespark.domain.shared.Tenant;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the running transaction act for another tenant for a while: founding a second business in
 * the transaction that also keeps the request's key.
 */
@Component
public class TenantScope {

  private final JdbcClient jdbc;

  TenantScope(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public <T> T within(UUID tenantId, Supplier<T> work) {
    var before = Tenant.current().map(UUID::toString).orElse("");
    tell(tenantId.toString());
    var result = Tenant.call(tenantId, work);
    tell(before);
    return result;
  }

  private void tell(String tenant) {
    jdbc.sql("select set_config('app.tenant_id', ?, true)")
        .param(tenant)
        .query(String.class)
        .single();
  }
}
