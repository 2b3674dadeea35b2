package com.duespark.domain.payments;

import com.duespark.domain.shared.Ids;
import com.duespark.domain.shared.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Money that went back, once per provider reference.
 *
 * @param kind REFUND or DISPUTE
 */
@Table("refunds")
public record Refund(
    @Id UUID id,
    UUID tenantId,
    UUID paymentId,
    long amountMinor,
    String kind,
    String status,
    String providerRefundId,
    @Nullable String reason,
    @Version int version) {

  public static Refund of(Payment payment, Money amount, String kind, String reference) {
    return new Refund(
        Ids.next(),
        payment.tenantId(),
        payment.id(),
        amount.minor(),
        kind,
        "SUCCEEDED",
        reference,
        null,
        0);
  }
}
