package com.duespark.api.privacy;

import com.duespark.domain.privacy.Obstacle;
import com.duespark.domain.privacy.PrivacyKind;
import com.duespark.domain.privacy.PrivacyReport;
import com.duespark.domain.privacy.PrivacyRequest;
import com.duespark.domain.privacy.PrivacyStatus;
import com.duespark.domain.privacy.SubjectType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A privacy request.
 *
 * @param subjectName a pseudonym once a contact is erased
 * @param waitingFor what an erasure waits for
 * @param dueOn the day by which it has to be answered
 * @param fileUntil until when the copy can be fetched
 */
@Schema(name = "PrivacyRequest")
record PrivacyRequestView(
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
    Instant createdAt,
    String createdByName,
    @Nullable Instant finishedAt,
    @Nullable ReportView report,
    @Nullable Instant fileUntil,
    Set<PrivacyAct> allowedActions,
    int version) {

  /** What can be done with a request. */
  @Schema(name = "PrivacyAct")
  enum PrivacyAct {
    FETCH_FILE,
    OVERRIDE,
    CANCEL
  }

  /**
   * What was done.
   *
   * @param rows how many rows were copied, or lost something, by what they are
   * @param pseudonym what stands for an erased contact now
   * @param invoicesKept issued invoices of an erased contact
   * @param holdUntil until when law obliges to keep them
   * @param providers who may keep copies of their own
   */
  @Schema(name = "PrivacyReport")
  record ReportView(
      Map<String, Integer> rows,
      @Nullable String pseudonym,
      int invoicesKept,
      @Nullable LocalDate holdUntil,
      List<String> providers) {

    static ReportView of(PrivacyReport report) {
      return new ReportView(
          report.rows(),
          report.pseudonym(),
          report.invoicesKept(),
          report.holdUntil(),
          report.providers());
    }
  }

  static PrivacyRequestView of(PrivacyRequest request) {
    var report = request.report();
    return new PrivacyRequestView(
        request.id(),
        request.kind(),
        request.subjectType(),
        request.subjectId(),
        request.subjectName(),
        request.identityNote(),
        request.status(),
        request.waitingFor(),
        request.overrideReason(),
        request.dueOn(),
        request.createdAt(),
        request.createdByName(),
        request.finishedAt(),
        report == null ? null : ReportView.of(report),
        request.hasFile() ? request.fileUntil() : null,
        acts(request),
        request.version());
  }

  private static Set<PrivacyAct> acts(PrivacyRequest request) {
    var acts = EnumSet.noneOf(PrivacyAct.class);
    if (request.hasFile() && !request.isFileOver(Instant.now())) {
      acts.add(PrivacyAct.FETCH_FILE);
    }
    if (request.canBeOverridden()) {
      acts.add(PrivacyAct.OVERRIDE);
    }
    if (!request.status().isFinished()) {
      acts.add(PrivacyAct.CANCEL);
    }
    return acts;
  }
}
