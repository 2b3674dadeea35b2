package com.duespark.api.privacy;

import com.duespark.api.shared.Caller;
import com.duespark.domain.audit.Audit;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.contacts.Contacts;
import com.duespark.domain.events.ProductEvents;
import com.duespark.domain.members.Members;
import com.duespark.domain.privacy.PrivacyKind;
import com.duespark.domain.privacy.PrivacyOutbox;
import com.duespark.domain.privacy.PrivacyRequest;
import com.duespark.domain.privacy.PrivacyRequests;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.tenants.Tenants;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes requests, waves them through, takes them back. The workflow does what they ask. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PrivacyDesk {

  private final PrivacyRequests requests;
  private final PrivacyOutbox outbox;
  private final Contacts contacts;
  private final Members members;
  private final Tenants tenants;
  private final Audit audit;
  private final ProductEvents events;

  PrivacyDesk(
      PrivacyRequests requests,
      PrivacyOutbox outbox,
      Contacts contacts,
      Members members,
      Tenants tenants,
      Audit audit,
      ProductEvents events) {
    this.requests = requests;
    this.outbox = outbox;
    this.contacts = contacts;
    this.members = members;
    this.tenants = tenants;
    this.audit = audit;
    this.events = events;
  }

  /** The tenant's row is locked first, so that two at once ask once. */
  PrivacyRequestView create(NewPrivacyRequestBody body, Caller caller, Trail trail) {
    var tenant = tenants.lockCurrent();
    requireSubject(body);
    if (requests.isUnderWay(body.kind(), body.subjectId())) {
      throw Refused.conflict(
          "ALREADY_ASKED", "The same is asked already and not at its end; look at that request");
    }
    // real days, also of a test business: the duty is one of law
    var today = LocalDate.now(ZoneId.of(tenant.timezone()));
    var id =
        requests.add(
            body.kind(),
            body.subjectType(),
            body.subjectId(),
            body.identityNote().strip(),
            today.plusDays(PrivacyRequest.DAYS_TO_ANSWER),
            caller.userId());
    outbox.changed(id);
    var what =
        body.kind() == PrivacyKind.EXPORT ? "privacy.export_requested" : "privacy.erase_requested";
    record(what, id, Map.of("note", body.identityNote(), "subject_id", body.subjectId()), trail);
    events.record(
        trail, what, Map.of("privacy_request_id", id, "subject_type", body.subjectType()));
    return PrivacyRequestView.of(find(id));
  }

  private void requireSubject(NewPrivacyRequestBody body) {
    switch (body.subjectType()) {
      case CONTACT -> {
        var contact =
            contacts
                .findAny(body.subjectId())
                .orElseThrow(() -> unknown("There is no such contact"));
        if (contact.isErased()) {
          throw Refused.conflict("ERASED", "The person was erased already");
        }
      }
      case USER -> {
        if (!members.wasEverHere(body.subjectId())) {
          throw unknown("Nobody with this user id is or was a member");
        }
      }
    }
  }

  private static Refused unknown(String message) {
    return Refused.invalid("subject_id", "NOT_FOUND", message);
  }

  PrivacyRequestView override(UUID id, OverrideBody body, Trail trail) {
    var request = lock(id);
    if (!request.canBeOverridden()) {
      throw Refused.conflict(
          "NOTHING_TO_OVERRIDE", "Only an erasure that waits for open invoices is waved through");
    }
    requests.override(id, body.reason().strip());
    outbox.changed(id);
    record("privacy.overridden", id, Map.of("reason", body.reason()), trail);
    return PrivacyRequestView.of(find(id));
  }

  /** Taking it back again changes nothing. */
  PrivacyRequestView cancel(UUID id, Trail trail) {
    var request = lock(id);
    switch (request.status()) {
      case DONE -> throw Refused.conflict("DONE", "The request is done; nothing to take back");
      case CANCELED -> {}
      case OPEN, WAITING -> {
        requests.cancel(id);
        outbox.changed(id);
        record("privacy.canceled", id, Map.of(), trail);
      }
    }
    return PrivacyRequestView.of(find(id));
  }

  /** The copy, as JSON; who fetched it is noted. */
  String file(UUID id, Trail trail) {
    find(id);
    var file =
        requests
            .file(id)
            .orElseThrow(
                () ->
                    Refused.conflict(
                        "NO_FILE", "There is no copy, or its seven days are over; ask for one"));
    record("privacy.file_read", id, Map.of(), trail);
    return file;
  }

  private void record(String what, UUID id, Map<String, ?> after, Trail trail) {
    audit.record(trail, what, "privacy_request", id, null, after);
  }

  private PrivacyRequest find(UUID id) {
    return requests.find(id).orElseThrow(() -> Refused.notFound("Privacy request"));
  }

  private PrivacyRequest lock(UUID id) {
    return requests.lock(id).orElseThrow(() -> Refused.notFound("Privacy request"));
  }
}
