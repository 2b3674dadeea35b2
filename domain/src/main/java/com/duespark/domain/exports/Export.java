package com.duespark.domain.exports;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One export.
 *
 * @param documents whether the PDF of every issued invoice is in it
 * @param percent 0 to 100
 * @param rowCount rows in the archive; null before it is ready
 * @param sizeBytes of the archive; null before it is ready
 * @param failure null unless it failed
 * @param readyUntil until when it can be fetched; null before it is ready
 */
public record Export(
    UUID id,
    ExportStatus status,
    boolean documents,
    int percent,
    @Nullable Long rowCount,
    @Nullable Long sizeBytes,
    @Nullable ExportFailure failure,
    @Nullable Instant readyAt,
    @Nullable Instant readyUntil,
    UUID requestedBy,
    String requestedByName,
    Instant createdAt,
    int version) {

  /** How long an archive can be fetched (RET-06). */
  public static final Duration LASTS = Duration.ofDays(7);

  /** Whether it can be fetched at this moment. */
  public boolean isReady(Instant now) {
    return status == ExportStatus.READY && readyUntil != null && now.isBefore(readyUntil);
  }
}
