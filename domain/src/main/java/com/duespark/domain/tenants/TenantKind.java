package com.duespark.domain.tenants;

/** A test business uses sandbox providers only and has a clock that can be moved. */
public enum TenantKind {
  LIVE,
  TEST
}
