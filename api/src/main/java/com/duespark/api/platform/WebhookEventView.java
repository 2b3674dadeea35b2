package com.duespark.api.platform;

import com.duespark.domain.platform.EventStatus;
import com.duespark.domain.platform.StoredEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event of a provider, without what it told.
 *
 * @param providerEventId the provider's own id of it, to look it up there
 * @param tenantId null while it is not known whose it is
 * @param attempts how often it was taken since it came, or was taken again
 * @param error why it failed, was passed over or waits
 * @param payload whether what it told is still there
 */
@Schema(name = "WebhookEvent")
record WebhookEventView(
    UUID id,
    String provider,
    String providerEventId,
    @Nullable UUID tenantId,
    EventStatus status,
    int attempts,
    @Nullable String error,
    Instant receivedAt,
    @Nullable Instant processedAt,
    PayloadState payload,
    Set<WebhookEventAct> allowedActions) {

  /** Whether what a provider told is still there. */
  @Schema(name = "PayloadState")
  enum PayloadState {
    KEPT,
    GONE
  }

  /** What can be done with it. */
  @Schema(name = "WebhookEventAct")
  enum WebhookEventAct {
    REPROCESS
  }

  static WebhookEventView of(StoredEvent event) {
    return new WebhookEventView(
        event.id(),
        event.provider(),
        event.providerEventId(),
        event.tenantId(),
        event.status(),
        event.attempts(),
        event.error(),
        event.receivedAt(),
        event.processedAt(),
        event.readable() ? PayloadState.KEPT : PayloadState.GONE,
        event.readable() && event.status() != EventStatus.RECEIVED
            ? EnumSet.of(WebhookEventAct.REPROCESS)
            : EnumSet.noneOf(WebhookEventAct.class));
  }
}
