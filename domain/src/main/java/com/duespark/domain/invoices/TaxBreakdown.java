package com.duespark.domain.invoices;

import java.util.List;

/** The stored form of an invoice's taxes, by code. */
public record TaxBreakdown(List<TaxShare> shares) {

  public TaxBreakdown {
    shares = List.copyOf(shares);
  }
}
