package com.duespark.workflows.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.invoices.InvoiceStatus;
import com.duespark.workflows.shared.World;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A year of one customer (WFS-02), with summer time, holidays and invoices that overlap. The
 * cadence, which wakes only when it has set itself a timer, must send what somebody would send who
 * looks at the plan every single day.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CadenceYearTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final LocalDate FIRST_DAY = LocalDate.ofInstant(World.START, NEW_YORK);

  /**
   * An invoice.
   *
   * @param day on which it is sent, counted from the first
   * @param paid how many days later
   */
  private record Deal(int day, int terms, int paid) {}

  private static final List<Deal> DEALS =
      List.of(
          new Deal(1, 14, 40),
          new Deal(20, 30, 45),
          new Deal(55, 14, 90),
          new Deal(62, 7, 9),
          new Deal(100, 30, 58),
          new Deal(140, 14, 20),
          new Deal(150, 14, 75),
          new Deal(200, 21, 23),
          new Deal(260, 30, 70),
          new Deal(300, 14, 64));

  /** Something that happens to the customer. */
  private record Event(Instant at, int deal, boolean paid) {}

  private final CadenceStage stage = new CadenceStage();

  @AfterEach
  void replayAndClose() throws Exception {
    try (stage) {
      stage.replays();
    }
  }

  @Test
  void everyReminderOfAYearGoesAtItsInstant() throws InterruptedException {
    var customer = stage.customer(NEW_YORK, "US");
    var invoices = new ArrayList<UUID>();

    for (var event : events()) {
      stage.world.passTo(event.at());
      if (event.paid()) {
        stage.close(customer, invoices.get(event.deal()), InvoiceStatus.PAID);
      } else {
        invoices.add(stage.send(customer, DEALS.get(event.deal()).terms()));
      }
    }
    stage.ends(customer);

    var expected = dayByDay();
    assertThat(stage.desk.messages(customer)).isEqualTo(expected);
    assertThat(expected)
        .as("after a weekend and a holiday; two invoices at once; summer time; winter time")
        .contains(
            "2026-01-20T09:37 INV-1 PRE_3",
            "2026-03-12T09:37 INV-3 PRE_3, INV-4 PRE_3",
            "2026-05-29T09:37 INV-5 FINAL",
            "2026-11-30T09:37 INV-10 FINAL");
  }

  private static List<Event> events() {
    var events = new ArrayList<Event>();
    for (int i = 0; i < DEALS.size(); i++) {
      var deal = DEALS.get(i);
      events.add(new Event(afternoon(deal.day()), i, false));
      events.add(new Event(afternoon(deal.day() + deal.paid()), i, true));
    }
    events.sort(Comparator.comparing(Event::at));
    return events;
  }

  private static Instant afternoon(int day) {
    return FIRST_DAY.plusDays(day).atTime(14, 20).atZone(NEW_YORK).toInstant();
  }

  /** The same year for somebody without timers. */
  private static List<String> dayByDay() {
    var customer = new FakeCustomer(new UUID(0, 1), NEW_YORK, "US");
    var events = events();
    for (int day = 0; day <= 366; day++) {
      var slot = customer.hours().slotOn(FIRST_DAY.plusDays(day));
      look(customer, slot);
      for (var event : events) {
        if (event.at().equals(afternoon(day))) {
          happen(customer, event);
          look(customer, event.at());
        }
      }
    }
    return customer.messages();
  }

  private static void happen(FakeCustomer customer, Event event) {
    var id = new UUID(0, 10 + event.deal());
    if (event.paid()) {
      customer.close(id, InvoiceStatus.PAID);
    } else {
      var due = customer.hours().dayOf(event.at()).plusDays(DEALS.get(event.deal()).terms());
      customer.sent(id, due, event.at());
    }
  }

  private static void look(FakeCustomer customer, Instant now) {
    var due = customer.plan(now).due(now);
    while (!due.isEmpty()) {
      var delivery = customer.newDelivery();
      customer.claim(due, delivery, now);
      customer.accepted(delivery, now);
      due = customer.plan(now).due(now);
    }
  }
}
