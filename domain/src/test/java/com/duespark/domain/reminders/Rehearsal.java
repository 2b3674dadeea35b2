package com.duespark.domain.reminders;

import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.reminders.Customer.Decided;
import com.duespark.domain.reminders.Customer.Open;
import com.duespark.domain.reminders.Plan.Planned;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Carries a customer's plans out as the cadence does: plan, keep the rows, send the first message
 * that is due, plan again, and wait for the next moment when none is.
 */
public final class Rehearsal {

  private static final Duration REMEMBERED = Duration.ofDays(8);

  /** A step that left; steps with the same number left in one message. */
  public record Sent(int message, UUID invoice, String step, Channel channel, Instant at) {}

  private final List<Sent> sent = new ArrayList<>();
  private Customer customer;
  private Instant now;
  private int messages;

  public Rehearsal(Customer customer, Instant now) {
    this.customer = customer;
    this.now = now;
  }

  public Customer customer() {
    return customer;
  }

  Instant now() {
    return now;
  }

  public List<Sent> sent() {
    return sent;
  }

  public void wakeUpAt(Instant moment) {
    now = moment;
  }

  public void change(UnaryOperator<Customer> event) {
    customer = event.apply(customer);
  }

  /** Plans and keeps the rows. */
  Plan plan() {
    var plan = Planner.plan(customer, now);
    customer = keeping(customer, plan);
    return plan;
  }

  /** Sends and waits until nothing is left to do before a moment. */
  public void runUntil(Instant end, int limit) {
    for (int turn = 0; turn < limit; turn++) {
      var plan = plan();
      if (!act(plan, ReminderStatus.SENT)) {
        var next = plan.nextAt();
        if (next.isEmpty() || !next.get().isBefore(end)) {
          return;
        }
        if (!next.get().isAfter(now)) {
          throw new AssertionError("the plan of %s waits for the past: %s".formatted(now, plan));
        }
        now = next.get();
      }
    }
    throw new AssertionError("still not done after %d turns".formatted(limit));
  }

  /** What is due now: a message, which comes to this, or hand-overs. False when nothing is. */
  boolean act(Plan plan, ReminderStatus outcome) {
    var due = plan.due(now);
    if (!due.isEmpty()) {
      send(due, outcome);
      return true;
    }
    var handed =
        plan.collections().stream()
            .filter(one -> !one.at().isAfter(now))
            .map(Plan.Collection::invoiceId)
            .toList();
    change(with(open -> handed.contains(open.id()) ? staged(open, Stage.COLLECTIONS) : open));
    return !handed.isEmpty();
  }

  private void send(List<Planned> due, ReminderStatus outcome) {
    messages++;
    for (var row : due) {
      sent.add(new Sent(messages, row.invoiceId(), row.step().key(), row.channel(), now));
      change(with(open -> open.id().equals(row.invoiceId()) ? after(open, row, outcome) : open));
    }
    if (outcome.isOut()) {
      change(wroteAt(now));
    }
  }

  private Open after(Open open, Planned row, ReminderStatus outcome) {
    var decided = new LinkedHashMap<>(open.decided());
    decided.put(row.step().key(), new Decided(outcome, row.sendAt(), null, null, row.reasons()));
    boolean sent = outcome == ReminderStatus.SENT;
    var stage = row.step().stage();
    return new Open(
        open.id(),
        open.number(),
        open.dueOn(),
        open.sentAt(),
        sent ? now : open.lastMessageAt(),
        sent && stage == Stage.FINAL ? now : open.finalSentAt(),
        open.cycle(),
        sent && stage.isAfter(open.stage()) ? stage : open.stage(),
        open.policy(),
        open.holds(),
        decided);
  }

  /** Another reminder message left. */
  static UnaryOperator<Customer> wroteAt(Instant moment) {
    return customer ->
        new Customer(
            customer.contactId(),
            customer.hours(),
            customer.capPerDay(),
            customer.capPerWeek(),
            customer.consolidate(),
            customer.catchUp(),
            Stream.concat(
                    customer.messages().stream()
                        .filter(one -> one.isAfter(moment.minus(REMEMBERED))),
                    Stream.of(moment))
                .toList(),
            customer.routes(),
            customer.invoices());
  }

  static UnaryOperator<Customer> in(Hours hours) {
    return customer ->
        new Customer(
            customer.contactId(),
            hours,
            customer.capPerDay(),
            customer.capPerWeek(),
            customer.consolidate(),
            customer.catchUp(),
            customer.messages(),
            customer.routes(),
            customer.invoices());
  }

  public static UnaryOperator<Customer> owing(List<Open> invoices) {
    return customer ->
        new Customer(
            customer.contactId(),
            customer.hours(),
            customer.capPerDay(),
            customer.capPerWeek(),
            customer.consolidate(),
            customer.catchUp(),
            customer.messages(),
            customer.routes(),
            invoices);
  }

  static UnaryOperator<Customer> with(UnaryOperator<Open> change) {
    return customer -> owing(customer.invoices().stream().map(change).toList()).apply(customer);
  }

  static Open held(Open open, List<Hold> holds) {
    return new Open(
        open.id(),
        open.number(),
        open.dueOn(),
        open.sentAt(),
        open.lastMessageAt(),
        open.finalSentAt(),
        open.cycle(),
        open.stage(),
        open.policy(),
        holds,
        open.decided());
  }

  private static Open staged(Open open, Stage stage) {
    return new Open(
        open.id(),
        open.number(),
        open.dueOn(),
        open.sentAt(),
        open.lastMessageAt(),
        open.finalSentAt(),
        open.cycle(),
        stage,
        open.policy(),
        open.holds(),
        open.decided());
  }

  /** The customer with what a plan made of its steps. */
  static Customer keeping(Customer customer, Plan plan) {
    return with(open -> keeping(open, plan)).apply(customer);
  }

  private static Open keeping(Open open, Plan plan) {
    var decided = new LinkedHashMap<>(open.decided());
    plan.reminders().stream()
        .filter(row -> row.invoiceId().equals(open.id()))
        .forEach(
            row ->
                decided.put(
                    row.step().key(),
                    new Decided(
                        row.status(),
                        row.sendAt(),
                        row.heldBy(),
                        row.skipReason(),
                        row.reasons())));
    return new Open(
        open.id(),
        open.number(),
        open.dueOn(),
        open.sentAt(),
        open.lastMessageAt(),
        open.finalSentAt(),
        open.cycle(),
        open.stage(),
        open.policy(),
        open.holds(),
        decided);
  }
}
