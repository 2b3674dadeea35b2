package com.duespark.api.taxrates;

import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Versioned;
import com.duespark.domain.members.Role;
import com.duespark.domain.taxrates.TaxRate;
import com.duespark.domain.taxrates.TaxRateStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

record TaxRateView(
    UUID id,
    String code,
    String name,
    BigDecimal percent,
    boolean isDefault,
    TaxRateStatus status,
    int version,
    List<String> allowedActions)
    implements Versioned {

  static TaxRateView of(TaxRate rate, Caller caller) {
    return new TaxRateView(
        rate.id(),
        rate.code(),
        rate.name(),
        rate.percent(),
        rate.isDefault(),
        rate.status(),
        rate.version(),
        caller.isPerson(Role.ADMIN) ? List.of("update", "delete") : List.of());
  }
}
