package com.duespark.api.exports;

import com.duespark.domain.exports.Export;
import com.duespark.domain.exports.ExportFailure;
import com.duespark.domain.exports.ExportLinks.Link;
import com.duespark.domain.exports.ExportStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An export.
 *
 * @param documents whether the PDF of every issued invoice is in it
 * @param percent 0 to 100
 * @param rowCount rows in the archive; null before it is ready
 * @param sizeBytes of the archive; null before it is ready
 * @param failure null unless it failed
 * @param readyUntil until when it can be fetched
 * @param downloadUrl opens without a login; null unless it can be fetched
 * @param expiresAt until when that address opens; ask again for a new one
 */
@Schema(name = "Export")
record ExportView(
    UUID jobId,
    ExportStatus status,
    boolean documents,
    int percent,
    @Nullable Long rowCount,
    @Nullable Long sizeBytes,
    @Nullable ExportFailure failure,
    Instant createdAt,
    String requestedByName,
    @Nullable Instant readyAt,
    @Nullable Instant readyUntil,
    @Nullable String downloadUrl,
    @Nullable Instant expiresAt,
    Set<ExportAct> allowedActions) {

  /** What can be done with an export. */
  @Schema(name = "ExportAct")
  enum ExportAct {
    DOWNLOAD,
    CANCEL
  }

  static ExportView of(Export export, @Nullable Link link) {
    return new ExportView(
        export.id(),
        export.status(),
        export.documents(),
        export.percent(),
        export.rowCount(),
        export.sizeBytes(),
        export.failure(),
        export.createdAt(),
        export.requestedByName(),
        export.readyAt(),
        export.readyUntil(),
        link == null ? null : link.url(),
        link == null ? null : link.until(),
        acts(export, link));
  }

  private static Set<ExportAct> acts(Export export, @Nullable Link link) {
    var acts = EnumSet.noneOf(ExportAct.class);
    if (link != null) {
      acts.add(ExportAct.DOWNLOAD);
    }
    if (export.status().isUnderWay()) {
      acts.add(ExportAct.CANCEL);
    }
    return acts;
  }
}
