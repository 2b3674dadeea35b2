package com.duespark.domain.payments;

import com.duespark.domain.shared.Ids;
import com.duespark.domain.shared.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** One payment and its state machine (PYM-02). Repeated or late news never moves it backwards. */
@Table("payments")
public class Payment {

  @Id private UUID id;
  private UUID tenantId;
  private UUID invoiceId;
  private PaymentProvider provider;
  private @Nullable String providerPaymentId;
  private PaymentStatus status;
  private long amountMinor;
  private long refundedMinor;
  private String currency;
  private @Nullable Instant paidAt;
  private String methodLabel;
  private @Nullable String note;
  private boolean unapplied;
  private ReconciliationState reconciliationState;
  private @Nullable String exceptionReason;
  private @Nullable UUID commandId;
  private @Nullable UUID createdBy;
  @ReadOnlyProperty private @Nullable Instant createdAt;
  @Version private int version;

  @SuppressWarnings("NullAway.Init") // filled by Spring Data
  private Payment() {}

  /** A payment that a provider reports, still PENDING. */
  public static Payment reported(
      UUID tenantId, UUID invoiceId, PaymentProvider provider, String reference, Money amount) {
    var payment = pending(tenantId, invoiceId, provider, amount);
    payment.providerPaymentId = reference;
    return payment;
  }

  /** A payment that a person records: it has succeeded. */
  public static Payment recorded(
      UUID tenantId,
      UUID invoiceId,
      PaymentProvider provider,
      Money amount,
      Instant paidAt,
      UUID commandId,
      @Nullable UUID createdBy) {
    var payment = pending(tenantId, invoiceId, provider, amount);
    payment.commandId = commandId;
    payment.createdBy = createdBy;
    return payment.succeed(paidAt);
  }

  private static Payment pending(
      UUID tenantId, UUID invoiceId, PaymentProvider provider, Money amount) {
    var payment = new Payment();
    payment.id = Ids.next();
    payment.tenantId = tenantId;
    payment.invoiceId = invoiceId;
    payment.provider = provider;
    payment.status = PaymentStatus.PENDING;
    payment.amountMinor = amount.minor();
    payment.currency = amount.currency().getCurrencyCode();
    payment.methodLabel = provider.label();
    payment.reconciliationState = ReconciliationState.MATCHED;
    return payment;
  }

  public Payment labelled(@Nullable String label, @Nullable String words) {
    methodLabel = label == null || label.isBlank() ? methodLabel : label;
    note = words;
    return this;
  }

  /** The provider proved it, or a person saw it; also after FAILED or EXPIRED. */
  public Payment succeed(Instant at) {
    if (!status.wasReceived()) {
      status = PaymentStatus.SUCCEEDED;
      paidAt = at;
    }
    return this;
  }

  public Payment fail() {
    if (status == PaymentStatus.PENDING) {
      status = PaymentStatus.FAILED;
    }
    return this;
  }

  /**
   * Sets what went back in all.
   *
   * @param total cumulative; less than before changes nothing
   */
  public Payment refundedInAll(Money total) {
    if (!status.wasReceived()) {
      throw new IllegalStateException("A %s payment has nothing to refund".formatted(status));
    }
    refundedMinor = Math.clamp(total.minor(), refundedMinor, amountMinor);
    if (refundedMinor > 0) {
      status =
          refundedMinor == amountMinor ? PaymentStatus.REFUNDED : PaymentStatus.PARTIALLY_REFUNDED;
    }
    return this;
  }

  /** It arrived for an invoice that takes no money any more (INV-23). */
  public Payment unapplied() {
    unapplied = true;
    return this;
  }

  /** It is not what we asked for; a person must look. */
  public Payment exception(String reason) {
    reconciliationState = ReconciliationState.EXCEPTION;
    exceptionReason = reason;
    return this;
  }

  /** What it adds to its invoice (MON-08). */
  public Money counted() {
    return status.wasReceived()
            && !unapplied
            && reconciliationState != ReconciliationState.EXCEPTION
        ? amount().minus(refunded())
        : Money.zero(amount().currency());
  }

  public Money amount() {
    return Money.of(amountMinor, currency);
  }

  public Money refunded() {
    return Money.of(refundedMinor, currency);
  }

  public UUID id() {
    return id;
  }

  public UUID tenantId() {
    return tenantId;
  }

  public UUID invoiceId() {
    return invoiceId;
  }

  public PaymentProvider provider() {
    return provider;
  }

  public @Nullable String providerPaymentId() {
    return providerPaymentId;
  }

  public PaymentStatus status() {
    return status;
  }

  public @Nullable Instant paidAt() {
    return paidAt;
  }

  public String methodLabel() {
    return methodLabel;
  }

  public @Nullable String note() {
    return note;
  }

  public boolean isUnapplied() {
    return unapplied;
  }

  public ReconciliationState reconciliationState() {
    return reconciliationState;
  }

  public @Nullable String exceptionReason() {
    return exceptionReason;
  }

  public @Nullable UUID commandId() {
    return commandId;
  }

  public @Nullable UUID createdBy() {
    return createdBy;
  }

  public @Nullable Instant createdAt() {
    return createdAt;
  }

  public int version() {
    return version;
  }
}
