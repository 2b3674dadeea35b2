package com.duespark.domain.shared;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The business in whose name code runs. Bound at the edge (request, activity, dispatcher), read by
 * every transaction, which hands it to row level security (design law 11). Code that binds nothing
 * sees no rows.
 */
public final class Tenant {

  private static final ScopedValue<UUID> CURRENT = ScopedValue.newInstance();

  private Tenant() {}

  public static <T> T call(UUID tenantId, Supplier<T> work) {
    return ScopedValue.where(CURRENT, tenantId).call(work::get);
  }

  public static void run(UUID tenantId, Runnable work) {
    ScopedValue.where(CURRENT, tenantId).run(work);
  }

  public static Optional<UUID> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /**
   * The bound tenant.
   *
   * @throws IllegalStateException when none is bound, which is a mistake of the caller
   */
  public static UUID id() {
    return current().orElseThrow(() -> new IllegalStateException("No tenant is bound here"));
  }
}
