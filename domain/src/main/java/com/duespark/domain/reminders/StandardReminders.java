package com.duespark.domain.reminders;

import com.duespark.domain.tenants.TenantProfile;
import com.duespark.domain.tenants.TenantSeed;
import org.springframework.stereotype.Component;

/** Every business starts with the standard policy; a shop has it switched off (REM-01). */
@Component
class StandardReminders implements TenantSeed {

  private final ReminderPolicies policies;

  StandardReminders(ReminderPolicies policies) {
    this.policies = policies;
  }

  @Override
  public void seed(TenantProfile founded) {
    boolean on = !founded.profileId().equals("retail_pos");
    policies.save(ReminderPolicy.standard(founded.id(), on, founded.createdBy()));
  }
}
