package com.duespark.activities.exports;

import com.duespark.domain.shared.Tenant;
import com.duespark.workflows.exports.ExportActivities;
import com.duespark.workflows.exports.ExportWorkflow.ExportRef;
import io.temporal.activity.Activity;
import org.springframework.stereotype.Component;

/** The door of the steps: binds the tenant. */
@Component
class ExportActivitiesImpl implements ExportActivities {

  private final ExportSteps steps;
  private final ArchiveWriting writing;

  ExportActivitiesImpl(ExportSteps steps, ArchiveWriting writing) {
    this.steps = steps;
    this.writing = writing;
  }

  @Override
  public Next look(ExportRef export) {
    return Tenant.call(export.tenantId(), () -> steps.look(export.exportId()));
  }

  @Override
  public void write(ExportRef export) {
    var context = Activity.getExecutionContext();
    Tenant.run(
        export.tenantId(), () -> writing.write(export.exportId(), () -> context.heartbeat(null)));
  }

  @Override
  public void giveUp(ExportRef export) {
    Tenant.run(export.tenantId(), () -> steps.giveUp(export.exportId()));
  }

  @Override
  public void expire(ExportRef export) {
    Tenant.run(export.tenantId(), () -> steps.expire(export.exportId()));
  }
}
