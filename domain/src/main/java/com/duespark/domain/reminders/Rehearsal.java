package com.duespark.domain.reminders;

import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.reminders.Customer.Open;
import com.duespark.domain.reminders.Plan.Planned;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Carries a customer's plans out as the cadence does, in memory: plan, keep the rows, send the
 * first message that is due, plan again, and wait for the next moment when none is.
 */
public final class Rehearsal {

  /** Messages older than this play no part in any cap. */
  private static final Duration REMEMBERED = Duration.ofDays(8);

  /** A step that left; steps with the same number left in one message. */
  public record Sent(int message, Planned row, Instant at) {

    public UUID invoice() {
      return row.invoiceId();
    }

    public Step step() {
      return row.step();
    }

    public Channel channel() {
      return row.channel();
    }
  }

  /** An invoice whose messages are all behind: a person takes over. */
  public record HandedOver(UUID invoice, Instant at) {}

  private final List<Sent> sent = new ArrayList<>();
  private final List<HandedOver> handedOver = new ArrayList<>();
  private Customer customer;
  private Slots slots;
  private Instant now;
  private int messages;
  private Consumer<Plan> watcher = plan -> {};

  public Rehearsal(Customer customer, Instant now) {
    this.customer = customer;
    this.slots = new Slots(customer);
    this.now = now;
  }

  /** Somebody who sees every plan. */
  Rehearsal watchedBy(Consumer<Plan> someone) {
    watcher = someone;
    return this;
  }

  public Customer customer() {
    return customer;
  }

  public Instant now() {
    return now;
  }

  /** What left so far, in its order. */
  public List<Sent> sent() {
    return sent;
  }

  /** What a person took over so far, in its order. */
  List<HandedOver> handedOver() {
    return handedOver;
  }

  int messages() {
    return messages;
  }

  public void wakeUpAt(Instant moment) {
    now = moment;
  }

  public void change(UnaryOperator<Customer> event) {
    customer = event.apply(customer);
  }

  /** Something happens to one invoice. */
  void change(UUID invoiceId, UnaryOperator<Open> event) {
    customer =
        customer.withInvoices(
            customer.invoices().stream()
                .map(open -> open.id().equals(invoiceId) ? event.apply(open) : open)
                .toList());
  }

  /** Plans and keeps the rows. */
  Plan plan() {
    slots = slots.areOf(customer) ? slots : new Slots(customer);
    var plan = Planner.plan(customer, now, slots);
    watcher.accept(plan);
    customer = customer.keeping(plan);
    return plan;
  }

  /**
   * Sends and waits until nothing is left to do before a moment.
   *
   * @param limit so many plans at most
   * @throws IllegalStateException when there are more, or when a plan waits for the past
   */
  public void runUntil(Instant end, int limit) {
    for (int turn = 0; turn < limit; turn++) {
      var plan = plan();
      if (!act(plan, ReminderStatus.SENT)) {
        var next = plan.nextAt();
        if (next.isEmpty() || !next.get().isBefore(end)) {
          return;
        }
        if (!next.get().isAfter(now)) {
          throw new IllegalStateException("The plan of %s waits for the past".formatted(now));
        }
        now = next.get();
      }
    }
    throw new IllegalStateException("Still not done after %d plans".formatted(limit));
  }

  /** Sends the message that is due, or hands over; false when there is nothing to do now. */
  boolean act(Plan plan, ReminderStatus outcome) {
    var due = plan.due(now);
    if (!due.isEmpty()) {
      claim(due);
      settle(due, outcome);
      return true;
    }
    var handed = plan.collections().stream().filter(one -> !one.at().isAfter(now)).toList();
    handed.forEach(one -> handOver(one.invoiceId()));
    return !handed.isEmpty();
  }

  private void handOver(UUID invoiceId) {
    handedOver.add(new HandedOver(invoiceId, now));
    change(invoiceId, open -> open.reached(Stage.COLLECTIONS, now));
  }

  /** The message is on its way. */
  void claim(List<Planned> due) {
    messages++;
    wrote(now);
    for (var row : due) {
      sent.add(new Sent(messages, row, now));
      become(row, ReminderStatus.SENDING);
    }
  }

  /** What became of it. */
  void settle(List<Planned> due, ReminderStatus outcome) {
    for (var row : due) {
      become(row, outcome);
      if (outcome == ReminderStatus.SENT) {
        change(row.invoiceId(), open -> open.wroteAbout(now).reached(row.step().stage(), now));
      }
    }
    if (outcome == ReminderStatus.FAILED) {
      var left = customer.messages();
      change(known -> known.withMessages(left.subList(0, left.size() - 1)));
    }
  }

  private void become(Planned row, ReminderStatus status) {
    change(
        row.invoiceId(),
        open -> {
          var decided = new LinkedHashMap<>(open.decided());
          decided.put(row.step().key(), row.decided(open, status));
          return open.withDecided(decided);
        });
  }

  /** A reminder message left. */
  void wrote(Instant moment) {
    var remembered =
        customer.messages().stream().filter(one -> one.isAfter(moment.minus(REMEMBERED)));
    var all = Stream.concat(remembered, Stream.of(moment)).toList();
    change(known -> known.withMessages(all));
  }
}
