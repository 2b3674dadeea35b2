package com.duespark.api.audit;

import com.duespark.domain.audit.AuditEntry;
import com.duespark.domain.audit.Change;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.audit.Words;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit log.
 *
 * @param action what was done, as a stable word: {@code invoice.updated}
 * @param sentence who did what, in plain English
 * @param changes the fields that differ, in order of their names
 */
@Schema(name = "AuditEntry")
record AuditEntryView(
    UUID id,
    Instant at,
    ActorView actor,
    String action,
    EntityView entity,
    String sentence,
    List<ChangeView> changes,
    @Nullable String ipAddress,
    @Nullable String requestId,
    @Nullable String workflowId,
    SealView seal) {

  /** What kind of actor it was. */
  enum ActorKind {
    PERSON,
    KEY,
    SYSTEM,
    PAYER,
    BOT,
    PROVIDER
  }

  /**
   * Who acted.
   *
   * @param id the value to filter by: a person's id, or {@code system}, {@code portal}…
   */
  @Schema(name = "AuditActor")
  record ActorView(String id, ActorKind kind, String name) {

    static ActorView of(String actor, @Nullable String name) {
      return new ActorView(actor, kind(actor), Words.who(actor, name));
    }

    private static ActorKind kind(String actor) {
      return switch (actor) {
        case "system", "terminal" -> ActorKind.SYSTEM;
        case "portal" -> ActorKind.PAYER;
        case "bot" -> ActorKind.BOT;
        default -> kind(Trail.of(actor, null, null));
      };
    }

    private static ActorKind kind(Trail trail) {
      if (trail.isKey()) {
        return ActorKind.KEY;
      }
      return trail.userId().isPresent() ? ActorKind.PERSON : ActorKind.PROVIDER;
    }
  }

  /** What it was done to. */
  @Schema(name = "AuditEntity")
  record EntityView(String type, @Nullable UUID id, @Nullable String name) {}

  /**
   * One field before and after.
   *
   * @param field snake case, with dots where things are in things: {@code settings.company.phone}
   * @param before null when there was nothing
   * @param after null when there is nothing
   * @param erased its value was personal and was erased; then both are null
   */
  @Schema(name = "AuditChange")
  record ChangeView(String field, @Nullable String before, @Nullable String after, boolean erased) {

    static ChangeView of(Change change) {
      return new ChangeView(change.field(), change.before(), change.after(), change.erased());
    }
  }

  /** Whether the entry is part of the signed chain already. */
  enum SealState {
    SEALED,
    WAITING
  }

  /**
   * The seal.
   *
   * @param place its place in the chain of this business
   */
  @Schema(name = "AuditSeal")
  record SealView(
      SealState state, @Nullable Long place, @Nullable Long block, @Nullable Instant sealedAt) {

    static SealView of(AuditEntry.@Nullable Seal seal) {
      return seal == null
          ? new SealView(SealState.WAITING, null, null, null)
          : new SealView(SealState.SEALED, seal.place(), seal.block(), seal.sealedAt());
    }
  }

  static AuditEntryView of(AuditEntry entry) {
    return new AuditEntryView(
        entry.id(),
        entry.createdAt(),
        ActorView.of(entry.actor(), entry.actorName()),
        entry.action(),
        new EntityView(entry.entityType(), entry.entityId(), entry.entityName()),
        Words.of(entry),
        Change.of(entry.before(), entry.after()).stream().map(ChangeView::of).toList(),
        entry.ipAddress(),
        entry.requestId(),
        entry.workflowId(),
        SealView.of(entry.seal()));
  }
}
