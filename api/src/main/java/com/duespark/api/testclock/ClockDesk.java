package com.duespark.api.testclock;

import com.duespark.domain.audit.Audit;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.shared.Tenant;
import com.duespark.domain.tenants.Tenants;
import com.duespark.domain.tenants.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the clock and sets it off; a workflow goes the way. */
@Component
@Transactional
class ClockDesk {

  private static final int SHOWN = 20;

  private final TestClock clock;
  private final Tenants tenants;
  private final Audit audit;

  ClockDesk(TestClock clock, Tenants tenants, Audit audit) {
    this.clock = clock;
    this.tenants = tenants;
    this.audit = audit;
  }

  @Transactional(readOnly = true)
  public ClockView read() {
    return ClockView.of(tenants.businessNow(), clock.target().orElse(null), clock.next(SHOWN));
  }

  public ClockView move(ClockBody body, Trail trail) {
    var now = tenants.businessNow();
    var to = to(body, now);
    clock.moveTo(to, now, tenants.current().isTest());
    audit.record(trail, "test_clock.moved", "tenant", Tenant.id(), null, Map.of("to", to));
    return read();
  }

  private Instant to(ClockBody body, Instant now) {
    if (body.to() != null) {
      return body.to();
    }
    if (body.days() != null) {
      return now.plus(Duration.ofDays(body.days()));
    }
    return clock.next(1).stream()
        .findFirst()
        .map(TestClock.Event::at)
        .orElseThrow(() -> Refused.conflict("NOTHING_PLANNED", "Nothing is planned"));
  }
}
