package com.duespark.api.insight;

import com.duespark.api.shared.Caller;
import com.duespark.domain.insight.CashPositions;
import com.duespark.domain.insight.NextActions;
import com.duespark.domain.insight.PlannedMessages;
import com.duespark.domain.members.Role;
import com.duespark.domain.tenants.Tenants;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the home page. */
@Component
class HomeReader {

  private static final int MOST = 8;

  private final CashPositions positions;
  private final NextActions actions;
  private final PlannedMessages planned;
  private final Tenants tenants;

  HomeReader(
      CashPositions positions, NextActions actions, PlannedMessages planned, Tenants tenants) {
    this.positions = positions;
    this.actions = actions;
    this.planned = planned;
    this.tenants = tenants;
  }

  @Transactional(readOnly = true)
  public HomeView read(Caller caller) {
    var tenant = tenants.current();
    var zone = tenant.zone();
    var today = tenants.today();
    boolean all = caller.role() != Role.AGENT;
    var agent = all ? null : caller.userId();
    var found = positions.of(tenant.currency(), today, zone, agent);
    return new HomeView(
        today,
        zone.getId(),
        tenant.currency(),
        HomeView.unpaid(found, all),
        HomeView.overdue(found, all),
        all ? HomeView.payments(found) : null,
        actions.newWorkItems(agent),
        actions.first(MOST, today, zone, agent),
        planned.first(MOST, agent),
        all ? found : List.of());
  }
}
