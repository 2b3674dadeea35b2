package com.duespark.api.health;

import com.duespark.api.shared.Allow;
import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Envelope;
import com.duespark.domain.members.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Probes. */
@RestController
@Tag(name = "Health")
class HealthController {

  record Alive(String status) {}

  record Ready(String status, Map<String, String> parts) {}

  record CallerView(UUID userId, UUID tenantId, Role role, boolean emailVerified) {}

  private final Probes probes;

  HealthController(Probes probes) {
    this.probes = probes;
  }

  @GetMapping("/healthz")
  @Operation(operationId = "healthz", summary = "The process lives")
  Alive alive() {
    return new Alive("UP");
  }

  @GetMapping("/readyz")
  @Operation(operationId = "readyz", summary = "Everything needed is there")
  ResponseEntity<Ready> ready() {
    var found = probes.look();
    return ResponseEntity.status(found.ready() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .body(new Ready(found.status(), found.parts()));
  }

  @GetMapping("/v1/health")
  @Allow(
      value = Role.VIEWER,
      scopes = {})
  @Operation(operationId = "health", summary = "The token works: user, business, role")
  Envelope<CallerView> health(Caller caller) {
    return Envelope.of(
        new CallerView(caller.userId(), caller.tenantId(), caller.role(), caller.emailVerified()));
  }
}
