package com.duespark.domain.payments;

import com.duespark.domain.shared.Ids;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A business's own account at a provider; its keys are sealed (ENT-02, STR-01a). */
@Table("integration_connections")
public class Connection {

  /** Whether it can be used. */
  public enum Status {
    CONNECTED,
    DISCONNECTED,
    ERROR
  }

  /** V008 looks for it. */
  private static final String BEING_CHECKED = "Being checked";

  @Id private UUID id;
  private UUID tenantId;
  private String provider;
  private String kind;
  private Status status;
  private byte @Nullable [] authSealed;
  private @Nullable String externalAccountId;
  private @Nullable String lastError;
  private @Nullable UUID createdBy;
  @ReadOnlyProperty private @Nullable Instant createdAt;
  @Version private int version;

  @SuppressWarnings("NullAway.Init") // filled by Spring Data
  private Connection() {}

  public static Connection stripe(UUID tenantId, @Nullable UUID createdBy) {
    var connection = new Connection();
    connection.id = Ids.next();
    connection.tenantId = tenantId;
    connection.provider = "stripe";
    connection.kind = "PAYMENT";
    connection.createdBy = createdBy;
    connection.status = Status.ERROR;
    connection.lastError = BEING_CHECKED;
    return connection;
  }

  /** The keys to try; not usable until the provider has accepted them. */
  public Connection tryKeys(byte[] sealedKeys) {
    status = Status.ERROR;
    lastError = BEING_CHECKED;
    authSealed = sealedKeys.clone();
    return this;
  }

  public Connection failed(@Nullable String reason) {
    status = Status.ERROR;
    lastError = reason;
    return this;
  }

  /** The provider has not answered yet. */
  public boolean isBeingChecked() {
    return status == Status.ERROR && BEING_CHECKED.equals(lastError);
  }

  public Connection connected(byte[] sealedKeys, @Nullable String account) {
    status = Status.CONNECTED;
    authSealed = sealedKeys.clone();
    externalAccountId = account;
    lastError = null;
    return this;
  }

  public Connection disconnected() {
    status = Status.DISCONNECTED;
    return this;
  }

  public byte @Nullable [] sealedKeys() {
    return authSealed == null ? null : authSealed.clone();
  }

  public UUID id() {
    return id;
  }

  public UUID tenantId() {
    return tenantId;
  }

  public String provider() {
    return provider;
  }

  public String kind() {
    return kind;
  }

  public Status status() {
    return status;
  }

  public @Nullable String account() {
    return externalAccountId;
  }

  public @Nullable String lastError() {
    return lastError;
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
