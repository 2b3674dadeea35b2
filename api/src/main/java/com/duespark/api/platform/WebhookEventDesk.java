package com.duespark.api.platform;

import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.Identity;
import com.duespark.api.shared.Paging;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.platform.StoredEvent;
import com.duespark.domain.platform.StoredEvents;
import com.duespark.domain.shared.Refused;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Events of providers: looked through, opened, taken again (EP-188). */
@Component
@Transactional
class WebhookEventDesk {

  private static final String TYPE = "webhook_event";

  private final StoredEvents events;
  private final Surroundings surroundings;
  private final PlatformAudit audit;

  WebhookEventDesk(StoredEvents events, Surroundings surroundings, PlatformAudit audit) {
    this.events = events;
    this.surroundings = surroundings;
    this.audit = audit;
  }

  public Envelope<List<WebhookEventView>> list(
      Identity staff, StoredEvents.Filter filter, Paging paging, Trail trail) {
    audit.listed(trail, "webhook_events.listed", TYPE);
    return paging.pageById(
        events.page(staff.userId(), filter, paging.beforeId(), paging.fetch()),
        WebhookEventView::of,
        StoredEvent::id,
        () -> events.count(staff.userId(), filter));
  }

  public OpenedEventView open(Identity staff, UUID id, Trail trail) {
    var event = find(staff, id);
    record(trail, "webhook_event.opened", event);
    var around = surroundings.of(event.tenantId(), event.id(), null);
    return new OpenedEventView(WebhookEventView.of(event), around.business(), around.workflow());
  }

  public void reprocess(Identity staff, UUID id, Trail trail) {
    var before = find(staff, id);
    events.reprocess(staff.userId(), id);
    record(trail, "webhook_event.reprocessed", before);
  }

  public WebhookEventView view(Identity staff, UUID id) {
    return WebhookEventView.of(find(staff, id));
  }

  private StoredEvent find(Identity staff, UUID id) {
    return events.find(staff.userId(), id).orElseThrow(() -> Refused.notFound("Event"));
  }

  /** With the status that it had. */
  private void record(Trail trail, String action, StoredEvent event) {
    audit.done(
        trail,
        action,
        TYPE,
        event.id(),
        event.tenantId(),
        Map.of(
            "provider", event.provider(),
            "provider_event_id", event.providerEventId(),
            "status", event.status()));
  }
}
