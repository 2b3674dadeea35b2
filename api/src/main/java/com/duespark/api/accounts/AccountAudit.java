package com.duespark.api.accounts;

import com.duespark.domain.audit.Audit;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.members.Members;
import com.duespark.domain.storage.TenantScope;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of a person's account matters to each business they are a member of, so each one's
 * log has it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AccountAudit {

  private final Members members;
  private final TenantScope scope;
  private final Audit audit;

  AccountAudit(Members members, TenantScope scope, Audit audit) {
    this.members = members;
    this.scope = scope;
    this.audit = audit;
  }

  void record(Trail request, String action, UUID userId) {
    record(request, action, userId, null, null);
  }

  void record(
      Trail request, String action, UUID userId, @Nullable Object before, @Nullable Object after) {
    recordBy(
        new Trail(userId.toString(), request.ipAddress(), request.requestId(), null),
        action,
        userId,
        before,
        after);
  }

  /** What somebody else did to an account: an identity provider. */
  public void recordBy(
      Trail trail, String action, UUID userId, @Nullable Object before, @Nullable Object after) {
    for (var tenantId : members.tenantsOf(userId)) {
      scope.within(
          tenantId,
          () -> {
            audit.record(trail, action, "user", userId, before, after);
            return tenantId;
          });
    }
  }
}
