package com.duespark.api.reminders;

import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Deleted;
import com.duespark.api.shared.IfMatch;
import com.duespark.api.shared.Patch;
import com.duespark.domain.audit.Audit;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.reminders.CadenceOutbox;
import com.duespark.domain.reminders.PolicyCheck;
import com.duespark.domain.reminders.ReminderPolicies;
import com.duespark.domain.reminders.ReminderPolicy;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.tenants.Tenants;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Changes policies; whoever is chased by one is planned anew, what was sent stays (REM-07). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PolicyDesk {

  private final ReminderPolicies policies;
  private final CadenceOutbox cadences;
  private final Tenants tenants;
  private final Audit audit;

  PolicyDesk(ReminderPolicies policies, CadenceOutbox cadences, Tenants tenants, Audit audit) {
    this.policies = policies;
    this.cadences = cadences;
    this.tenants = tenants;
    this.audit = audit;
  }

  PolicyView create(PolicyBody body, Caller caller, Trail trail) {
    tenants.lockCurrent();
    if (policies.all().size() >= ReminderPolicies.LIMIT) {
      throw Refused.conflict(
          "TOO_MANY", "At most %d policies; delete one first".formatted(ReminderPolicies.LIMIT));
    }
    var standard = ReminderPolicy.standard(caller.tenantId(), true, caller.userId());
    var saved = save(body.onto(standard, false));
    audit.record(trail, "reminder_policy.created", "reminder_policy", saved.id(), null, saved);
    if (saved.isDefault()) {
      cadences.changedAll();
    }
    return PolicyView.of(saved, caller);
  }

  PolicyView update(UUID id, Patch<PolicyBody> patch, IfMatch ifMatch, Caller caller, Trail trail) {
    var before = lock(id, ifMatch, caller);
    var after = patch.onto(PolicyBody.of(before)).onto(before, before.isDefault());
    if (before.isDefault() && !after.isDefault()) {
      throw Refused.invalid(
          "is_default", "REQUIRED", "A business has a default; make another policy the default");
    }
    var saved = save(after);
    audit.record(trail, "reminder_policy.updated", "reminder_policy", id, before, saved);
    if (saved.isDefault() != before.isDefault()) {
      cadences.changedAll();
    } else {
      cadences.changedUsersOf(saved);
    }
    return PolicyView.of(saved, caller);
  }

  Deleted delete(UUID id, IfMatch ifMatch, Caller caller, Trail trail) {
    var policy = lock(id, ifMatch, caller);
    if (policy.isDefault()) {
      throw Refused.conflict("DEFAULT", "The default cannot be deleted; make another the default");
    }
    long users = policies.users(id);
    if (users > 0) {
      throw Refused.conflict(
          "IN_USE",
          "%d contacts or open invoices use it; choose another policy for them".formatted(users));
    }
    policies.remove(id);
    audit.record(trail, "reminder_policy.deleted", "reminder_policy", id, policy, null);
    return new Deleted(id);
  }

  /** The tenant's row is locked first: one change of the default at a time. */
  private ReminderPolicy lock(UUID id, IfMatch ifMatch, Caller caller) {
    tenants.lockCurrent();
    var policy = policies.lock(id).orElseThrow(() -> Refused.notFound("Reminder policy"));
    ifMatch.check(policy.version(), () -> PolicyView.of(policy, caller));
    return policy;
  }

  private ReminderPolicy save(ReminderPolicy policy) {
    PolicyCheck.check(policy);
    if (policy.isDefault()) {
      policies.clearDefault(policy.id());
    }
    return policies.save(policy);
  }
}
