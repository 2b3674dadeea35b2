package com.duespark.activities.testclock;

import com.duespark.domain.inbox.Inbox;
import com.duespark.domain.reminders.CadenceOutbox;
import com.duespark.domain.shared.Json;
import com.duespark.domain.shared.Tenant;
import com.duespark.domain.tenants.Tenants;
import com.duespark.domain.tenants.TestClock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions of a moving clock. */
@Component
@Transactional
class TestClockSteps {

  /** So many are told at one instant; the rest at the same instant, the round after. */
  private static final int AT_ONCE = 500;

  private final TestClock clock;
  private final Tenants tenants;
  private final CadenceOutbox cadences;
  private final Inbox inbox;

  TestClockSteps(TestClock clock, Tenants tenants, CadenceOutbox cadences, Inbox inbox) {
    this.clock = clock;
    this.tenants = tenants;
    this.cadences = cadences;
    this.inbox = inbox;
  }

  @Transactional(readOnly = true)
  public boolean isSettled() {
    return clock.isSettled();
  }

  /**
   * Moves the clock to the next event or the target, whichever comes first, and wakes who is due.
   *
   * @return false when there is nowhere to go
   */
  public boolean toNextEvent() {
    var target = clock.target();
    if (target.isEmpty()) {
      return false;
    }
    var events = clock.next(AT_ONCE);
    var to =
        Optional.ofNullable(events.isEmpty() ? null : events.getFirst().at())
            .filter(at -> at.isBefore(target.get()))
            .filter(at -> at.isAfter(tenants.businessNow()))
            .orElse(target.get());
    clock.jumpTo(to);
    events.stream().filter(event -> !event.at().isAfter(to)).forEach(this::wake);
    return true;
  }

  private void wake(TestClock.Event event) {
    switch (event.kind()) {
      case "REMINDER" -> cadences.changed(event.id());
      case "SCHEDULED_SEND" ->
          inbox.storeOutbox(
              "SIGNAL",
              "Invoice",
              "invoice/" + event.id(),
              Json.write(Map.of("tenant_id", Tenant.id(), "invoice_id", event.id())));
      default -> throw new IllegalStateException(event.kind());
    }
  }
}
