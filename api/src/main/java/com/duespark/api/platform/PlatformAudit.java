package com.duespark.api.platform;

import com.duespark.domain.audit.Audit;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.platform.Platform;
import com.duespark.domain.storage.TenantScope;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes what staff do into the platform's log, and into the log of the business that it is about,
 * whose own it is to know (RLS-04).
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PlatformAudit {

  private final Audit audit;
  private final TenantScope scope;

  PlatformAudit(Audit audit, TenantScope scope) {
    this.audit = audit;
    this.scope = scope;
  }

  void listed(Trail trail, String action, String type) {
    record(Platform.ID, trail, action, type, null, null, Map.of());
  }

  /**
   * Something that was opened or done.
   *
   * @param facts ids, kinds, reasons; nothing that a provider told
   */
  void done(
      Trail trail,
      String action,
      String type,
      UUID id,
      @Nullable UUID tenantId,
      Map<String, ?> facts) {
    record(Platform.ID, trail, action, type, id, null, facts);
    if (tenantId != null) {
      record(tenantId, trail, action, type, id, null, facts);
    }
  }

  /** A business that was changed. */
  void changed(
      Trail trail, String action, String type, UUID tenantId, Object before, Object after) {
    record(Platform.ID, trail, action, type, tenantId, before, after);
    record(tenantId, trail, action, type, tenantId, before, after);
  }

  private void record(
      UUID whose,
      Trail trail,
      String action,
      String type,
      @Nullable UUID id,
      @Nullable Object before,
      Object after) {
    scope.within(
        whose,
        () -> {
          audit.record(trail, action, type, id, before, after);
          return whose;
        });
  }
}
