package com.duespark.api.shared;

import com.duespark.domain.audit.Trail;
import com.duespark.domain.events.ProductEvents;
import com.duespark.domain.platform.Platform;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.shared.Tenant;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps a trace of every refused attempt of a member or a key (RBC-22), and of anybody signed in
 * who knocks at the platform's endpoints: without a business it is the platform's.
 */
@Component
class Denials {

  private final ProductEvents events;
  private final TransactionTemplate transaction;
  private final Counter denials;

  Denials(ProductEvents events, TransactionTemplate transaction, MeterRegistry meters) {
    this.events = events;
    this.transaction = transaction;
    denials = meters.counter("duespark_permission_denials");
  }

  void record(HttpServletRequest request, Refused refused) {
    if (request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller) {
      var role = caller.isKey() ? "API_KEY" : caller.role().name();
      record(caller.actor(), role, request, refused);
    } else if (request.getAttribute(StaffInterceptor.ATTRIBUTE) != null
        && request.getAttribute(Identity.ATTRIBUTE) instanceof Identity person) {
      Tenant.run(
          Platform.ID, () -> record(person.userId().toString(), "NO_MEMBER", request, refused));
    }
  }

  private void record(String actor, String role, HttpServletRequest request, Refused refused) {
    denials.increment();
    var trail = new Trail(actor, null, RequestId.current(), null);
    transaction.executeWithoutResult(
        running ->
            events.record(
                trail,
                "security.permission_denied",
                Map.of(
                    "role", role,
                    "method", request.getMethod(),
                    "endpoint", Endpoint.of(request),
                    "reason", refused.reason())));
  }
}
