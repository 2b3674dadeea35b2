package com.duespark.activities.privacy;

import com.duespark.domain.shared.Tenant;
import com.duespark.workflows.privacy.PrivacyActivities;
import com.duespark.workflows.privacy.PrivacyWorkflow.PrivacyRef;
import org.springframework.stereotype.Component;

/** The door of the steps: binds the tenant. */
@Component
class PrivacyActivitiesImpl implements PrivacyActivities {

  private final PrivacySteps steps;

  PrivacyActivitiesImpl(PrivacySteps steps) {
    this.steps = steps;
  }

  @Override
  public Next look(PrivacyRef request) {
    return Tenant.call(request.tenantId(), () -> steps.look(request.requestId()));
  }

  @Override
  public void collect(PrivacyRef request) {
    Tenant.run(request.tenantId(), () -> steps.collect(request.requestId()));
  }

  @Override
  public void erase(PrivacyRef request) {
    Tenant.run(request.tenantId(), () -> steps.erase(request.requestId()));
  }

  @Override
  public void warn(PrivacyRef request) {
    Tenant.run(request.tenantId(), () -> steps.warn(request.requestId()));
  }

  @Override
  public void dropFile(PrivacyRef request) {
    Tenant.run(request.tenantId(), () -> steps.dropFile(request.requestId()));
  }
}
