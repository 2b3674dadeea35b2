package com.duespark.api.platform;

import com.duespark.domain.platform.DeadLetter;
import com.duespark.domain.platform.DeadLetterStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Work that cannot go on without a person.
 *
 * @param tenantId null when it is not known whose it is
 * @param entity what it is about: {@code webhook_event/<id>}
 * @param settledBy who requeued or discarded it
 * @param settledBecause why it was discarded
 * @param eventId the stored event that it is about; null when there is none
 * @param provider who told it
 * @param providerEventId the provider's own id of it, to look it up there
 */
@Schema(name = "DeadLetter")
record DeadLetterView(
    UUID id,
    String kind,
    @Nullable UUID tenantId,
    @Nullable String entity,
    String reason,
    int attempts,
    boolean paymentRelated,
    DeadLetterStatus status,
    Instant createdAt,
    @Nullable Instant settledAt,
    @Nullable String settledBy,
    @Nullable String settledBecause,
    @Nullable UUID eventId,
    @Nullable String provider,
    @Nullable String providerEventId,
    Set<DeadLetterAct> allowedActions) {

  /** What can be done with it. */
  @Schema(name = "DeadLetterAct")
  enum DeadLetterAct {
    REQUEUE,
    DISCARD
  }

  static DeadLetterView of(DeadLetter letter) {
    return new DeadLetterView(
        letter.id(),
        letter.kind(),
        letter.tenantId(),
        letter.entityRef(),
        letter.reason(),
        letter.attempts(),
        letter.paymentRelated(),
        letter.status(),
        letter.createdAt(),
        letter.settledAt(),
        letter.settledBy(),
        letter.settledBecause(),
        letter.eventId(),
        letter.provider(),
        letter.providerEventId(),
        acts(letter));
  }

  private static Set<DeadLetterAct> acts(DeadLetter letter) {
    var acts = EnumSet.noneOf(DeadLetterAct.class);
    if (letter.isOpen() && letter.replayable()) {
      acts.add(DeadLetterAct.REQUEUE);
    }
    if (letter.isOpen()) {
      acts.add(DeadLetterAct.DISCARD);
    }
    return acts;
  }
}
