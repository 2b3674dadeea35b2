package com.duespark.domain.taxrates;

import com.duespark.domain.tenants.TenantProfile;
import com.duespark.domain.tenants.TenantSeed;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;

/** A business in Kenya starts with its VAT (MON-10). */
@Component
class KenyanVat implements TenantSeed {

  private final TaxRates rates;

  KenyanVat(TaxRates rates) {
    this.rates = rates;
  }

  @Override
  public void seed(TenantProfile founded) {
    if (founded.country().equals("KE")) {
      rates.save(
          TaxRate.create(
              founded.id(), "VAT16", "VAT", BigDecimal.valueOf(16), true, founded.createdBy()));
    }
  }
}
