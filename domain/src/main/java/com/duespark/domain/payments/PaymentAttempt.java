package com.duespark.domain.payments;

import com.duespark.domain.shared.Ids;
import com.duespark.domain.shared.Money;
import com.duespark.domain.storage.JsonText;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A way to pay that we opened at a provider (PYM-04). Written before the provider is called; what
 * the provider reports counts only if it leads back here (STR-08).
 */
@Table("payment_attempts")
public class PaymentAttempt {

  /** How it ended. */
  public enum Status {
    INITIATED,
    SUCCESS,
    FAILED,
    EXPIRED
  }

  /** The kind of exchange. */
  public enum Method {
    STRIPE_CHECKOUT,
    STRIPE_LINK,
    MPESA_STK
  }

  @Id private UUID id;
  private UUID tenantId;
  private UUID invoiceId;
  private @Nullable UUID paymentId;
  private UUID connectionId;
  private Method method;
  private Status status;
  private long amountMinor;
  private String currency;
  private @Nullable String providerSessionId;
  private @Nullable String providerPaymentId;
  private @Nullable String url;
  private JsonText request;
  private Instant expiresAt;
  @ReadOnlyProperty private @Nullable Instant createdAt;
  @Version private int version;

  @SuppressWarnings("NullAway.Init") // filled by Spring Data
  private PaymentAttempt() {}

  public static PaymentAttempt checkout(
      UUID tenantId,
      UUID invoiceId,
      UUID connectionId,
      Money amount,
      JsonText request,
      Instant expiresAt) {
    var attempt = new PaymentAttempt();
    attempt.id = Ids.next();
    attempt.tenantId = tenantId;
    attempt.invoiceId = invoiceId;
    attempt.connectionId = connectionId;
    attempt.method = Method.STRIPE_CHECKOUT;
    attempt.status = Status.INITIATED;
    attempt.amountMinor = amount.minor();
    attempt.currency = amount.currency().getCurrencyCode();
    attempt.request = request;
    attempt.expiresAt = expiresAt;
    return attempt;
  }

  public PaymentAttempt opened(String sessionId, String payUrl) {
    providerSessionId = sessionId;
    url = payUrl;
    return this;
  }

  /** The provider named the payment that this attempt led to. */
  public PaymentAttempt ledTo(String reference, @Nullable UUID payment) {
    providerPaymentId = reference;
    paymentId = payment == null ? paymentId : payment;
    return this;
  }

  public PaymentAttempt end(Status outcome) {
    if (status == Status.INITIATED || outcome == Status.SUCCESS) {
      status = outcome;
    }
    return this;
  }

  public Money amount() {
    return Money.of(amountMinor, currency);
  }

  public boolean isOpen() {
    return status == Status.INITIATED;
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

  public @Nullable UUID paymentId() {
    return paymentId;
  }

  public UUID connectionId() {
    return connectionId;
  }

  public Method method() {
    return method;
  }

  public Status status() {
    return status;
  }

  public @Nullable String sessionId() {
    return providerSessionId;
  }

  public @Nullable String reference() {
    return providerPaymentId;
  }

  public @Nullable String url() {
    return url;
  }

  public JsonText request() {
    return request;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  public @Nullable Instant createdAt() {
    return createdAt;
  }

  public int version() {
    return version;
  }
}
