package com.duespark.activities.testclock;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.duespark.domain.inbox.Inbox;
import com.duespark.domain.reminders.CadenceOutbox;
import com.duespark.domain.shared.Json;
import com.duespark.domain.shared.Tenant;
import com.duespark.domain.tenants.Tenants;
import com.duespark.domain.tenants.TestClock;
import com.duespark.domain.tenants.TestClock.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions of a moving clock. */
@Component
@Transactional
class TestClockSteps {

  /**
   * Whose moment is so near where the clock stands sets their timers anew: they were set before the
   * clock was moved. Reconcile comes by every hour.
   */
  private static final Duration SOON = Duration.ofHours(2);

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
   * Wakes who has become due, by a jump or because time went by.
   *
   * @param after up to where they have been woken
   * @return up to where they are now
   */
  public Instant wakeDue(Instant after) {
    var now = tenants.businessNow();
    wake(clock.between(after, now));
    return now;
  }

  /**
   * Moves the clock to the next event or the target, whichever comes first.
   *
   * @return false when it stands
   */
  public boolean toNextEvent() {
    var now = tenants.businessNow();
    var found = clock.target();
    if (found.isEmpty()) {
      wake(clock.between(now, now.plus(SOON)));
      return false;
    }
    var target = found.get();
    var next = clock.next(1).stream().map(Event::at).findFirst().orElse(Instant.MAX);
    if (!next.isAfter(now)) {
      return true; // time went by: whoever is due is woken before the clock is moved again
    }
    clock.jumpTo(next.isBefore(target) ? next : target);
    return true;
  }

  private void wake(List<Event> events) {
    if (events.isEmpty()) {
      return;
    }
    var ids = events.stream().collect(groupingBy(Event::kind, mapping(Event::id, toList())));
    cadences.changed(ids.getOrDefault("REMINDER", List.of()));
    for (var invoice : ids.getOrDefault("SCHEDULED_SEND", List.of())) {
      inbox.storeOutbox(
          "SIGNAL",
          "Invoice",
          "invoice/" + invoice,
          Json.write(Map.of("tenant_id", Tenant.id(), "invoice_id", invoice)));
    }
  }
}
