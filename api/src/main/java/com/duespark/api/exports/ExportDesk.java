package com.duespark.api.exports;

import com.duespark.api.shared.Caller;
import com.duespark.domain.audit.Audit;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.events.ProductEvents;
import com.duespark.domain.exports.Export;
import com.duespark.domain.exports.ExportFailure;
import com.duespark.domain.exports.ExportLinks;
import com.duespark.domain.exports.ExportOutbox;
import com.duespark.domain.exports.Exports;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.tenants.Tenants;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks for exports and takes them back. The workflow makes them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ExportDesk {

  private final Exports exports;
  private final ExportOutbox outbox;
  private final ExportLinks links;
  private final Tenants tenants;
  private final Audit audit;
  private final ProductEvents events;

  ExportDesk(
      Exports exports,
      ExportOutbox outbox,
      ExportLinks links,
      Tenants tenants,
      Audit audit,
      ProductEvents events) {
    this.exports = exports;
    this.outbox = outbox;
    this.links = links;
    this.tenants = tenants;
    this.audit = audit;
    this.events = events;
  }

  /** The tenant's row is locked first, so that of two at once one is made. */
  ExportView create(boolean documents, Caller caller, Trail trail) {
    tenants.lockCurrent();
    if (exports.underWay().isPresent()) {
      throw Refused.conflict(
          "EXPORT_UNDER_WAY", "An export is being made already; wait for it, or cancel it");
    }
    var id = exports.add(documents, caller.userId());
    outbox.changed(id);
    audit.record(trail, "export.started", "export", id, null, Map.of("documents", documents));
    events.record(trail, "export.started", Map.of("export_id", id));
    return view(find(id), caller);
  }

  /** Taking it back again changes nothing. */
  ExportView cancel(UUID id, Caller caller, Trail trail) {
    var export = exports.lock(id).orElseThrow(ExportDesk::notFound);
    if (export.status().isUnderWay()) {
      exports.fail(id, ExportFailure.CANCELED);
      outbox.changed(id);
      audit.record(trail, "export.canceled", "export", id, null, Map.of());
    } else if (export.failure() != ExportFailure.CANCELED) {
      throw Refused.conflict("DONE", "The export is at its end; there is nothing to take back");
    }
    return view(find(id), caller);
  }

  private Export find(UUID id) {
    return exports.find(id).orElseThrow(ExportDesk::notFound);
  }

  static Refused notFound() {
    return Refused.notFound("Export");
  }

  /** As the caller sees it: with a link of their own while it can be fetched. */
  @Transactional(propagation = Propagation.SUPPORTS)
  public ExportView view(Export export, Caller caller) {
    var now = Instant.now();
    return ExportView.of(
        export, export.isReady(now) ? links.link(export, caller.userId(), now) : null);
  }
}
