package com.duespark.domain.taxrates;

/** An archived rate is offered no more; documents that carry it keep it. */
public enum TaxRateStatus {
  ACTIVE,
  ARCHIVED
}
