package com.duespark.sandbox.rig;

import com.duespark.sandbox.rig.Timetable.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A business's way through its days. Each day the clock stops once two seconds before a slot, and
 * some of those who are about to be reminded pay in the five seconds around it.
 */
final class Journey {

  /** After so many days every reminder of every customer is behind. */
  static final int DAYS = 21;

  private static final Duration BEFORE = Duration.ofSeconds(2);

  /** Until three seconds after the slot: a timer rings at the next whole second. */
  private static final int AROUND_MILLIS = 5_000;

  /** One of so many who are about to be reminded pays. */
  private static final int PAYS = 2;

  private final Business business;
  private final Payer payer;
  private final Random random;
  private final Set<String> paid = new HashSet<>();

  /** Payments that were begun; they end when they have an answer. */
  private final Crowd payments;

  Journey(Business business, Payer payer, long seed, Crowd payments) {
    this.business = business;
    this.payer = payer;
    this.random = new Random(seed + business.number());
    this.payments = payments;
  }

  /**
   * Walks; the days on which something is due begin no earlier than their share of the time.
   *
   * @param begin when the first of them may begin, in real time
   */
  void walk(Instant begin, Duration atLeast) throws InterruptedException {
    List<List<Instant>> days = IntStream.range(0, DAYS).mapToObj(this::slotsOf).toList();
    long busy = days.stream().filter(slots -> !slots.isEmpty()).count();
    int before = 0;
    for (int day = 0; day < DAYS; day++) {
      List<Instant> slots = days.get(day);
      if (!slots.isEmpty()) {
        sleepUntil(begin.plus(atLeast.multipliedBy(before).dividedBy(busy)));
        before++;
        race(slots.get(random.nextInt(slots.size())));
        business.moveTo(endOf(day));
      }
    }
    business.moveTo(endOf(DAYS - 1));
  }

  private Instant endOf(int day) {
    return business.begin().plus(Duration.ofDays(day + 1L));
  }

  /** The slots of a day in their order. */
  private List<Instant> slotsOf(int day) {
    return business.customers().stream()
        .flatMap(customer -> customer.slots().stream())
        .map(Slot::at)
        .filter(at -> at.isAfter(endOf(day - 1).plus(BEFORE)) && !at.isAfter(endOf(day)))
        .distinct()
        .sorted()
        .toList();
  }

  private void race(Instant slot) throws InterruptedException {
    List<Payer.Payment> ready = new ArrayList<>();
    for (String invoice : choose(slot)) {
      ready.add(payer.prepare(business, invoice, random.nextInt(4) == 0));
    }
    business.moveTo(slot.minus(BEFORE));
    Instant begin = Instant.now();
    for (Payer.Payment payment : ready) {
      Instant moment = begin.plusMillis(random.nextInt(AROUND_MILLIS));
      payments.go(
          () -> {
            sleepUntil(moment);
            payment.make();
          });
    }
    if (!ready.isEmpty()) {
      sleepUntil(begin.plusMillis(AROUND_MILLIS));
    }
  }

  private List<String> choose(Instant slot) {
    List<String> open =
        new ArrayList<>(
            business.customers().stream()
                .filter(customer -> customer.slots().stream().anyMatch(s -> s.at().equals(slot)))
                .flatMap(customer -> customer.invoices().stream())
                .filter(invoice -> !paid.contains(invoice))
                .toList());
    Collections.shuffle(open, random);
    List<String> chosen = open.subList(0, (open.size() + PAYS - 1) / PAYS);
    paid.addAll(chosen);
    return List.copyOf(chosen);
  }

  private static void sleepUntil(Instant moment) throws InterruptedException {
    Duration left = Duration.between(Instant.now(), moment);
    if (left.isPositive()) {
      Thread.sleep(left);
    }
  }

  /** How many invoices were chosen to be paid. */
  int paid() {
    return paid.size();
  }
}
