package com.duespark.domain.privacy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param identityNote how the business made sure who asks
 * @param subjectName as it is now: a pseudonym after an erasure
 * @param waitingFor empty unless {@link PrivacyStatus#WAITING}
 * @param overrideReason why it goes on although money is open
 * @param dueOn the day by which it has to be answered: 30 days after it was asked
 * @param report what was done; null before
 * @param fileUntil until when the file of an export can be fetched; null without a file
 */
public record PrivacyRequest(
    UUID id,
    PrivacyKind kind,
    SubjectType subjectType,
    UUID subjectId,
    String subjectName,
    String identityNote,
    PrivacyStatus status,
    List<Obstacle> waitingFor,
    @Nullable String overrideReason,
    LocalDate dueOn,
    @Nullable Instant warnedAt,
    @Nullable Instant finishedAt,
    @Nullable PrivacyReport report,
    boolean hasFile,
    @Nullable Instant fileUntil,
    UUID createdBy,
    String createdByName,
    Instant createdAt,
    Instant updatedAt,
    int version) {

  /** How long a business has to answer (PRV-05). */
  public static final int DAYS_TO_ANSWER = 30;

  /** After so many of them the owners are told that the day comes near (WF-17). */
  private static final Duration WARN_AFTER = Duration.ofDays(25);

  /** How long the file of an export can be fetched (RET-06). */
  public static final Duration FILE_LASTS = Duration.ofDays(7);

  /** An open balance can be waved through, once. */
  public boolean canBeOverridden() {
    return waitingFor.contains(Obstacle.BALANCE) && overrideReason == null;
  }

  public boolean isWarningDue(Instant now) {
    return warnedAt == null && !now.isBefore(createdAt.plus(WARN_AFTER));
  }

  /** How long until the owners have to be told; zero or less when they have been or should be. */
  public Duration untilWarning(Instant now) {
    return warnedAt == null ? Duration.between(now, createdAt.plus(WARN_AFTER)) : Duration.ZERO;
  }

  public boolean isFileOver(Instant now) {
    return fileUntil != null && !now.isBefore(fileUntil);
  }
}
