package com.duespark.activities.closings;

import com.duespark.domain.shared.Tenant;
import com.duespark.workflows.closings.ClosingActivities;
import com.duespark.workflows.closings.ClosingWorkflow.ClosingRef;
import io.temporal.activity.Activity;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Erases until nothing is left, with a sign of life after each batch. What the business's workflows
 * were about to write when they were ended is found by a second look.
 */
@Component
class ClosingActivitiesImpl implements ClosingActivities {

  private static final Logger LOG = LoggerFactory.getLogger(ClosingActivitiesImpl.class);

  private final ClosingSteps steps;
  private final TenantWorkflows workflows;

  ClosingActivitiesImpl(ClosingSteps steps, TenantWorkflows workflows) {
    this.steps = steps;
    this.workflows = workflows;
  }

  @Override
  public Next look(ClosingRef closing) {
    return Tenant.call(closing.tenantId(), steps::look);
  }

  @Override
  public void erase(ClosingRef closing) {
    if (look(closing).act() != Act.ERASE) {
      return;
    }
    var tenant = closing.tenantId();
    long rows = 0;
    do {
      int ended = workflows.endAll(tenant, ClosingActivitiesImpl::signOfLife);
      LOG.info("closing of {}: {} workflows ended, {} rows deleted", tenant, ended, rows);
      rows += eraseRows(tenant);
    } while (!Tenant.call(tenant, steps::finish));
    LOG.info("closing of {}: erased, {} rows", tenant, rows);
  }

  private long eraseRows(UUID tenant) {
    long rows = 0;
    int batch;
    do {
      batch = Tenant.call(tenant, steps::eraseSome);
      rows += batch;
      signOfLife();
    } while (batch > 0);
    return rows;
  }

  private static void signOfLife() {
    Activity.getExecutionContext().heartbeat(null);
  }
}
