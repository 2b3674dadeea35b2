package com.duespark.activities.reconcile;

import com.duespark.workflows.reconcile.ReconcileWorkflow.Count;
import com.duespark.workflows.reconcile.ReconcileWorkflow.Reconciled;
import com.duespark.workflows.reconcile.ReconcileWorkflow.Thing;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/**
 * How far a round has come; kept in heartbeats, so that whoever goes on goes on from here.
 *
 * @param namespaceId where it began
 * @param last what the latest page of each thing ended with
 */
record Round(String namespaceId, Map<Thing, UUID> last, Map<Thing, Count> counts) {

  static Round in(String namespaceId) {
    return new Round(namespaceId, Map.of(), Map.of());
  }

  Count count(Thing thing) {
    return counts.getOrDefault(thing, Count.NONE);
  }

  Round after(Thing thing, UUID id, Count page) {
    var lasts = new EnumMap<Thing, UUID>(Thing.class);
    lasts.putAll(last);
    lasts.put(thing, id);
    var sums = new EnumMap<Thing, Count>(Thing.class);
    sums.putAll(counts);
    sums.put(thing, count(thing).plus(page));
    return new Round(namespaceId, lasts, sums);
  }

  boolean hasFailures() {
    return counts.values().stream().anyMatch(count -> count.failed() > 0);
  }

  Reconciled end(int toldAgain) {
    var all = new EnumMap<Thing, Count>(Thing.class);
    for (var thing : Thing.values()) {
      all.put(thing, count(thing));
    }
    return new Reconciled(all, toldAgain);
  }
}
