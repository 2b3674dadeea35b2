package com.duespark.domain.invoices;

import java.math.BigDecimal;

/**
 * Tax of one rate on an invoice (MON-07).
 *
 * @param percent 0 to 100
 * @param baseMinor the nets of this rate less their share of the invoice discount
 */
public record TaxShare(
    String taxCode, String name, BigDecimal percent, long baseMinor, long taxMinor) {}
