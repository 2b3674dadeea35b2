package com.duespark.activities.privacy;

import com.duespark.domain.audit.Audit;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.events.ProductEvents;
import com.duespark.domain.notifications.Notifications;
import com.duespark.domain.privacy.Dossier;
import com.duespark.domain.privacy.Erasure;
import com.duespark.domain.privacy.Obstacle;
import com.duespark.domain.privacy.Obstacles;
import com.duespark.domain.privacy.PrivacyKind;
import com.duespark.domain.privacy.PrivacyReport;
import com.duespark.domain.privacy.PrivacyRequest;
import com.duespark.domain.privacy.PrivacyRequests;
import com.duespark.domain.reminders.CadenceOutbox;
import com.duespark.domain.reminders.Cadences;
import com.duespark.workflows.privacy.PrivacyActivities.Act;
import com.duespark.workflows.privacy.PrivacyActivities.Next;
import com.duespark.workflows.privacy.PrivacyWorkflow;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What each step of a request does, in one transaction. The request's row is locked first; a step
 * that finds its work done, or taken back, does nothing.
 */
@Component
@Transactional
class PrivacySteps {

  /** Nobody tells when what is under way ends: looked at after this long, then ever more rarely. */
  private static final Duration SOONEST = Duration.ofSeconds(10);

  private static final Duration SOON = Duration.ofHours(1);

  /** Whatever else it waits for is told; this is for what was missed. */
  private static final Duration LATER = Duration.ofDays(1);

  private final PrivacyRequests requests;
  private final Obstacles obstacles;
  private final Dossier dossier;
  private final Erasure erasure;
  private final Cadences cadences;
  private final CadenceOutbox cadenceOutbox;
  private final Notifications notifications;
  private final Audit audit;
  private final ProductEvents events;

  PrivacySteps(
      PrivacyRequests requests,
      Obstacles obstacles,
      Dossier dossier,
      Erasure erasure,
      Cadences cadences,
      CadenceOutbox cadenceOutbox,
      Notifications notifications,
      Audit audit,
      ProductEvents events) {
    this.requests = requests;
    this.obstacles = obstacles;
    this.dossier = dossier;
    this.erasure = erasure;
    this.cadences = cadences;
    this.cadenceOutbox = cadenceOutbox;
    this.notifications = notifications;
    this.audit = audit;
    this.events = events;
  }

  public Next look(UUID id) {
    var request = lock(id);
    var now = Instant.now();
    if (request.status().isFinished()) {
      return afterTheEnd(request, now);
    }
    if (request.kind() == PrivacyKind.EXPORT) {
      return next(Act.COLLECT);
    }
    var found = obstacles.of(request);
    if (found.isEmpty()) {
      return next(Act.ERASE);
    }
    if (!found.equals(Set.copyOf(request.waitingFor()))) {
      requests.waits(id, found);
    }
    return request.isWarningDue(now) ? next(Act.WARN) : next(wait(request, found, now));
  }

  private static Duration wait(PrivacyRequest request, Set<Obstacle> found, Instant now) {
    var longest = LATER;
    if (found.contains(Obstacle.UNDER_WAY)) {
      var waited = Duration.between(request.updatedAt(), now);
      longest = shorter(SOON, waited.compareTo(SOONEST) > 0 ? waited : SOONEST);
    }
    var untilWarning = request.untilWarning(now);
    return untilWarning.isPositive() ? shorter(longest, untilWarning) : longest;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Next afterTheEnd(PrivacyRequest request, Instant now) {
    if (!request.hasFile()) {
      return next(Act.END);
    }
    var until = request.fileUntil();
    return until == null || request.isFileOver(now)
        ? next(Act.DROP_FILE)
        : next(Duration.between(now, until));
  }

  private static Next next(Act act) {
    return new Next(act, Duration.ZERO);
  }

  private static Next next(Duration wait) {
    return new Next(Act.WAIT, wait);
  }

  public void collect(UUID id) {
    var request = lock(id);
    if (request.status().isFinished()) {
      return;
    }
    var collected = dossier.collect(request.subjectType(), request.subjectId());
    requests.done(id, collected.report(), collected.file());
    record(request, "privacy.exported", collected.report());
    notifications.tell(
        request.createdBy(),
        "privacy.exported",
        "The copy of what is held about %s is ready".formatted(request.subjectName()),
        "privacy_request",
        id);
  }

  public void erase(UUID id) {
    var request = lock(id);
    if (request.status().isFinished() || !obstacles.of(request).isEmpty()) {
      return;
    }
    var trail = trail(request);
    var report =
        switch (request.subjectType()) {
          case CONTACT -> erasure.contact(request.subjectId(), trail);
          case USER -> erasure.user(request.subjectId(), trail);
        };
    if (cadences.isNeeded(request.subjectId())) {
      cadenceOutbox.changed(request.subjectId());
    }
    requests.done(id, report, null);
    record(request, "privacy.erased", report);
  }

  public void warn(UUID id) {
    var request = lock(id);
    if (request.status().isFinished() || !request.isWarningDue(Instant.now())) {
      return;
    }
    requests.warned(id);
    notifications.tell(
        null,
        "privacy.due",
        "A privacy request has to be answered by %s".formatted(request.dueOn()),
        "privacy_request",
        id);
  }

  public void dropFile(UUID id) {
    if (lock(id).isFileOver(Instant.now())) {
      requests.dropFile(id);
    }
  }

  private PrivacyRequest lock(UUID id) {
    return requests.lock(id).orElseThrow();
  }

  private void record(PrivacyRequest request, String what, PrivacyReport report) {
    audit.record(trail(request), what, "privacy_request", request.id(), null, report.rows());
    events.record(
        trail(request),
        what,
        Map.of("privacy_request_id", request.id(), "subject_type", request.subjectType()));
  }

  private static Trail trail(PrivacyRequest request) {
    return Trail.system(PrivacyWorkflow.workflowId(request.id()));
  }
}
