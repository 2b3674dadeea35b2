package com.duespark.api.shared;

import com.duespark.domain.audit.Trail;
import com.duespark.domain.events.ProductEvents;
import com.duespark.domain.shared.Refused;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps a trace of every refused attempt of a member or a key (RBC-22). */
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
    if (!(request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller)) {
      return;
    }
    denials.increment();
    var trail = new Trail(caller.actor(), null, RequestId.current(), null);
    transaction.executeWithoutResult(
        running ->
            events.record(
                trail,
                "security.permission_denied",
                Map.of(
                    "role", caller.isKey() ? "API_KEY" : caller.role().name(),
                    "method", request.getMethod(),
                    "endpoint", Endpoint.of(request),
                    "reason", refused.reason())));
  }
}
