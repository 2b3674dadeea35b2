package com.duespark.domain.datakeys;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

/**
 * Data keys at hand. A key is kept in memory for five minutes, so an erased one is of no use
 * anywhere after that; whose a workflow is never changes.
 */
@Component
public class KeyRing {

  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final int KEYS = 2_000;
  private static final int WORKFLOWS = 20_000;

  private record Workflow(String kind, UUID thing) {}

  private record Kept(DataKey key, long until) {}

  private final ConcurrentLruCache<Workflow, Optional<UUID>> tenants;
  private final ConcurrentLruCache<UUID, Kept> current;
  private final ConcurrentLruCache<DataKey.Name, Kept> named;

  public KeyRing(DataKeys keys) {
    tenants =
        new ConcurrentLruCache<>(WORKFLOWS, asked -> keys.tenantOf(asked.kind(), asked.thing()));
    current = new ConcurrentLruCache<>(KEYS, keeping(keys::current));
    named = new ConcurrentLruCache<>(KEYS, keeping(keys::find));
  }

  private static <K> Function<K, Kept> keeping(Function<K, DataKey> read) {
    return asked -> new Kept(read.apply(asked), System.nanoTime() + KEPT.toNanos());
  }

  /** Whose workflow it is; the installation's when it is no business's. */
  public UUID ownerOf(String kind, UUID thing) {
    var workflow = new Workflow(kind, thing);
    var tenant = tenants.get(workflow);
    if (tenant.isEmpty()) {
      tenants.remove(workflow);
    }
    return tenant.orElse(DataKeys.INSTALLATION);
  }

  /** The key to encrypt with. */
  public DataKey current(UUID owner) {
    return fresh(current, owner);
  }

  /**
   * The key to decrypt with.
   *
   * @throws MissingDataKey when there is none of that name any more
   */
  public DataKey find(DataKey.Name name) {
    return fresh(named, name);
  }

  private static <K> DataKey fresh(ConcurrentLruCache<K, Kept> cache, K asked) {
    var kept = cache.get(asked);
    if (kept.until() - System.nanoTime() < 0) {
      cache.remove(asked);
      kept = cache.get(asked);
    }
    return kept.key();
  }
}
