package com.duespark.api.reminders;

import com.duespark.api.reminders.SimulationBodies.SimulateBody;
import com.duespark.api.reminders.SimulationBodies.WhatIfBody;
import com.duespark.api.reminders.SimulationViews.SimulationView;
import com.duespark.api.reminders.SimulationViews.WhatIfView;
import com.duespark.api.shared.Allow;
import com.duespark.api.shared.Envelope;
import com.duespark.domain.apikeys.Scope;
import com.duespark.domain.members.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a policy would do, before it does it (EP-112). */
@RestController
@RequestMapping("/v1/reminder-policies")
@Tag(name = "Reminders")
class SimulationController {

  private final Simulations simulations;

  SimulationController(Simulations simulations) {
    this.simulations = simulations;
  }

  @Allow(value = Role.STAFF, scopes = Scope.REMINDERS_READ)
  @PostMapping("/simulate")
  @Operation(
      operationId = "simulateReminderPolicy",
      summary =
          "What would be sent about samples or open invoices that nobody pays; writes nothing")
  Envelope<SimulationView> simulate(@Valid @RequestBody SimulateBody body) {
    return Envelope.of(simulations.simulate(body));
  }

  @Allow(value = Role.STAFF, scopes = Scope.REMINDERS_READ)
  @PostMapping("/what-if")
  @Operation(
      operationId = "whatIfReminderPolicy",
      summary =
          "Every reminder of the open invoices that a change of a policy adds, moves or removes;"
              + " writes nothing")
  Envelope<WhatIfView> whatIf(@Valid @RequestBody WhatIfBody body) {
    return Envelope.of(simulations.whatIf(body));
  }
}
