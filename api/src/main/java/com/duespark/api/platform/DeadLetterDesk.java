package com.duespark.api.platform;

import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.Identity;
import com.duespark.api.shared.Paging;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.platform.DeadLetter;
import com.duespark.domain.platform.DeadLetters;
import com.duespark.domain.shared.Refused;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stuck work: looked through, opened, tried again, settled (EP-187). */
@Component
@Transactional
class DeadLetterDesk {

  private static final String TYPE = "dead_letter";

  private final DeadLetters letters;
  private final Surroundings surroundings;
  private final PlatformAudit audit;

  DeadLetterDesk(DeadLetters letters, Surroundings surroundings, PlatformAudit audit) {
    this.letters = letters;
    this.surroundings = surroundings;
    this.audit = audit;
  }

  public Envelope<List<DeadLetterView>> list(
      Identity staff, DeadLetters.Filter filter, Paging paging, Trail trail) {
    audit.listed(trail, "dead_letters.listed", TYPE);
    return paging.pageById(
        letters.page(staff.userId(), filter, paging.beforeId(), paging.fetch()),
        DeadLetterView::of,
        DeadLetter::id,
        () -> letters.count(staff.userId(), filter));
  }

  public OpenedLetterView open(Identity staff, UUID id, Trail trail) {
    var letter = find(staff, id);
    record(trail, "dead_letter.opened", letter);
    var around = surroundings.of(letter.tenantId(), letter.eventId(), letter.workflowId());
    return new OpenedLetterView(DeadLetterView.of(letter), around.business(), around.workflow());
  }

  public void requeue(Identity staff, UUID id, Trail trail) {
    if (letters.requeue(staff.userId(), id)) {
      record(trail, "dead_letter.requeued", find(staff, id));
    }
  }

  public void discard(Identity staff, UUID id, String reason, Trail trail) {
    if (letters.discard(staff.userId(), id, reason)) {
      record(trail, "dead_letter.discarded", find(staff, id));
    }
  }

  public DeadLetterView view(Identity staff, UUID id) {
    return DeadLetterView.of(find(staff, id));
  }

  private DeadLetter find(Identity staff, UUID id) {
    return letters.find(staff.userId(), id).orElseThrow(() -> Refused.notFound("Dead letter"));
  }

  private void record(Trail trail, String action, DeadLetter letter) {
    Map<String, Object> facts = new TreeMap<>(Map.of("status", letter.status()));
    put(facts, "entity", letter.entityRef());
    put(facts, "provider", letter.provider());
    put(facts, "provider_event_id", letter.providerEventId());
    put(facts, "reason", letter.settledBecause());
    audit.done(trail, action, TYPE, letter.id(), letter.tenantId(), facts);
  }

  private static void put(Map<String, Object> facts, String name, @Nullable String value) {
    if (value != null) {
      facts.put(name, value);
    }
  }
}
