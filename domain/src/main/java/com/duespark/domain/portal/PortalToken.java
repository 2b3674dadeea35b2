package com.duespark.domain.portal;

import com.duespark.domain.shared.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A payer's link to one document. The secret is derived from the id; only its hash is here
 * (PTK-01).
 */
@Table("portal_tokens")
public class PortalToken {

  /** A link lives this long past the due date (PTK-02). */
  public static final Duration AFTER_DUE = Duration.ofDays(180);

  /** And at least this long. */
  public static final Duration AT_LEAST = Duration.ofDays(30);

  @Id private UUID id;
  private UUID tenantId;
  private String entityType;
  private UUID entityId;
  private byte[] tokenHash;
  private int keyVersion;
  private Instant expiresAt;
  private @Nullable Instant revokedAt;
  private @Nullable Instant lastUsedAt;
  private int useCount;
  private @Nullable UUID deliveryId;
  private @Nullable UUID createdBy;
  @Version private int version;

  @SuppressWarnings("NullAway.Init") // filled by Spring Data
  private PortalToken() {}

  /**
   * A link to an invoice.
   *
   * @param id made before, because the secret and so the hash come from it
   */
  public static PortalToken forInvoice(
      UUID id,
      UUID tenantId,
      UUID invoiceId,
      byte[] hash,
      int keyVersion,
      Instant expiresAt,
      @Nullable UUID createdBy) {
    var token = new PortalToken();
    token.id = id;
    token.tenantId = tenantId;
    token.entityType = "INVOICE";
    token.entityId = invoiceId;
    token.tokenHash = hash.clone();
    token.keyVersion = keyVersion;
    token.expiresAt = expiresAt;
    token.createdBy = createdBy;
    return token;
  }

  /** The link goes out with a message that carries several. */
  public PortalToken sentWith(UUID delivery) {
    deliveryId = delivery;
    return this;
  }

  public static UUID newId() {
    return Ids.next();
  }

  public PortalToken revoke(Instant now) {
    revokedAt = revokedAt == null ? now : revokedAt;
    return this;
  }

  public boolean opens(Instant now) {
    return revokedAt == null && now.isBefore(expiresAt);
  }

  public UUID id() {
    return id;
  }

  public UUID tenantId() {
    return tenantId;
  }

  public UUID invoiceId() {
    return entityId;
  }

  public String entityType() {
    return entityType;
  }

  public byte[] hash() {
    return tokenHash.clone();
  }

  public int keyVersion() {
    return keyVersion;
  }

  /** The message it went out with, when that carried several. */
  public @Nullable UUID deliveryId() {
    return deliveryId;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  public @Nullable Instant lastUsedAt() {
    return lastUsedAt;
  }

  public int useCount() {
    return useCount;
  }

  public @Nullable UUID createdBy() {
    return createdBy;
  }

  public int version() {
    return version;
  }
}
