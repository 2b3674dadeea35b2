package com.duespark.domain.tenants;

/** What a vertical gives a new business; runs in the transaction that founds it. */
public interface TenantSeed {

  void seed(TenantProfile founded);
}
