package com.duespark.api.reminders;

import com.duespark.api.shared.Allow;
import com.duespark.api.shared.Envelope;
import com.duespark.domain.members.Role;
import com.duespark.domain.reminders.ReminderPolicies;
import com.duespark.domain.shared.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reminder policies, to look at (EP-109). */
@RestController
@RequestMapping("/v1/reminder-policies")
@Tag(name = "Reminders")
class PolicyController {

  private final ReminderPolicies policies;

  PolicyController(ReminderPolicies policies) {
    this.policies = policies;
  }

  @Allow(Role.VIEWER)
  @GetMapping
  @Operation(operationId = "listReminderPolicies", summary = "All policies, the default first")
  Envelope<List<PolicyView>> list() {
    return Envelope.of(policies.all().stream().map(PolicyView::of).toList());
  }

  @Allow(Role.VIEWER)
  @GetMapping("/{id}")
  @Operation(operationId = "getReminderPolicy", summary = "Show a policy")
  Envelope<PolicyView> show(@PathVariable UUID id) {
    return Envelope.of(
        policies
            .find(id)
            .map(PolicyView::of)
            .orElseThrow(() -> Refused.notFound("Reminder policy")));
  }
}
