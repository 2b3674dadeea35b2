package com.duespark.domain.reminders;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.invoices.Invoice;
import com.duespark.domain.reminders.Customer.Open;
import com.duespark.domain.reminders.DebtRows.Debt;
import com.duespark.domain.reminders.PersonRows.Person;
import com.duespark.domain.reminders.StepRows.StepRow;
import com.duespark.domain.tenants.Tenants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads from rows what a customer's plan is made from. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Customers {

  private static final UUID SAMPLE = new UUID(0, 0);

  private final PersonRows people;
  private final DebtRows debts;
  private final ReminderPolicies policies;
  private final StepRows steps;
  private final PaidInvoices paid;
  private final Tenants tenants;

  Customers(
      PersonRows people,
      DebtRows debts,
      ReminderPolicies policies,
      StepRows steps,
      PaidInvoices paid,
      Tenants tenants) {
    this.people = people;
    this.debts = debts;
    this.policies = policies;
    this.steps = steps;
    this.paid = paid;
    this.tenants = tenants;
  }

  /**
   * What is known of a customer at this moment.
   *
   * @param now the business's time
   */
  public Customer read(UUID contactId, Instant now) {
    return read(contactId, debts.of(contactId), now, policies.all());
  }

  /**
   * What would be known of a customer if a policy were another.
   *
   * @param changed takes the place of the policy with its id
   */
  public Customer readWith(UUID contactId, Instant now, ReminderPolicy changed) {
    var all =
        policies.all().stream()
            .map(policy -> policy.id().equals(changed.id()) ? changed : policy)
            .toList();
    return read(contactId, debts.of(contactId), now, all);
  }

  /** A customer that is made up: of the business's own place and hours, reached by mail. */
  public Customer sample(ReminderPolicy policy, List<Open> invoices) {
    var person = new Person(null, null, 0, true, null, null, List.of());
    return new Customer(
        SAMPLE,
        people.hours(person, policy),
        false,
        PaymentHistory.NONE,
        policy.capPerDay(),
        policy.capPerWeek(),
        policy.consolidate(),
        policy.catchUp(),
        List.of(),
        List.of(Channel.EMAIL),
        invoices);
  }

  /**
   * The customer as it would be if an invoice that nobody has sent yet were sent.
   *
   * @param number the one it has or would get
   * @param sentAt the assumed moment, now or later
   * @param state the dunning side of the invoice, as far as it has one
   */
  public Customer readAsIfSent(
      Invoice invoice, String number, Instant sentAt, DunningState state, Instant now) {
    var assumed =
        new Debt(
            invoice.id(),
            number,
            invoice.dueDate(),
            sentAt,
            null,
            false,
            state.cycle(),
            Stage.NONE,
            state.remindersEnabled(),
            false,
            null,
            null,
            state.policyId(),
            state.pause().on()
                ? List.of(new Hold(Hold.Cause.PAUSED, state.pause().until()))
                : List.of());
    var known = debts.of(invoice.contactId());
    var owed = Stream.concat(known.stream(), Stream.of(assumed)).toList();
    return read(invoice.contactId(), owed, now, policies.all());
  }

  private Customer read(UUID contactId, List<Debt> owed, Instant now, List<ReminderPolicy> all) {
    var person = people.of(contactId, now);
    var own = policy(all, person.policyId());
    var routes = people.routes(contactId, person);
    var rows = steps.of(contactId);
    var byInvoice = rows.stream().collect(groupingBy(StepRow::invoiceId));
    var open =
        owed.stream()
            .map(
                debt -> {
                  var chosen = debt.policyId() == null ? person.policyId() : debt.policyId();
                  var policy = policy(all, chosen);
                  return open(
                      debt,
                      policy,
                      holds(person, debt, policy, routes, now),
                      byInvoice.getOrDefault(debt.id(), List.of()));
                })
            .toList();
    return new Customer(
        contactId,
        people.hours(person, own),
        own.adaptive(),
        own.adaptive() ? paid.of(contactId, tenants.current().zone(), now) : PaymentHistory.NONE,
        own.capPerDay(),
        own.capPerWeek(),
        own.consolidate(),
        own.catchUp(),
        StepRows.messages(rows, now),
        routes,
        open);
  }

  /** When a customer may be written to. */
  public Hours hoursOf(UUID contactId) {
    var person = people.of(contactId, tenants.businessNow());
    return people.hours(person, policy(policies.all(), person.policyId()));
  }

  private static Open open(
      Debt debt, ReminderPolicy policy, List<Hold> holds, List<StepRow> steps) {
    var lastSent = debt.lastSentAt() == null ? debt.sentAt() : debt.lastSentAt();
    var last =
        steps.stream()
            .filter(StepRow::makesQuiet)
            .map(StepRow::leftAt)
            .filter(Objects::nonNull)
            .reduce(lastSent, (one, other) -> one.isAfter(other) ? one : other);
    var current = steps.stream().filter(step -> step.cycle() == debt.cycle()).toList();
    var finalSent =
        current.stream()
            .filter(StepRow::isFinalSent)
            .map(StepRow::leftAt)
            .filter(Objects::nonNull)
            .max(Instant::compareTo)
            .orElse(null);
    return new Open(
        debt.id(),
        debt.number(),
        debt.dueOn(),
        debt.sentAt(),
        debt.imported(),
        last,
        finalSent,
        debt.cycle(),
        debt.stage(),
        policy,
        debt.promise(),
        debt.payingSince(),
        holds,
        current.stream()
            .filter(step -> !step.manual())
            .collect(toMap(StepRow::key, StepRow::decided)));
  }

  private static List<Hold> holds(
      Person person, Debt debt, ReminderPolicy policy, List<Channel> routes, Instant now) {
    var holds = new ArrayList<Hold>();
    if (debt.disputed()) {
      holds.add(new Hold(Hold.Cause.DISPUTED, null));
    }
    if (!debt.enabled() || !policy.enabled()) {
      holds.add(new Hold(Hold.Cause.SWITCHED_OFF, null));
    }
    if (!person.wantsReminders() || routes.isEmpty()) {
      holds.add(new Hold(Hold.Cause.CONTACT, null));
    }
    Stream.concat(person.pauses().stream(), debt.pauses().stream())
        .filter(pause -> pause.holds(now))
        .forEach(holds::add);
    return holds;
  }

  private static ReminderPolicy policy(List<ReminderPolicy> all, @Nullable UUID wanted) {
    return all.stream()
        .filter(policy -> wanted == null ? policy.isDefault() : policy.id().equals(wanted))
        .findFirst()
        .or(() -> all.stream().filter(ReminderPolicy::isDefault).findFirst())
        .orElseThrow(() -> new IllegalStateException("A business has a default policy"));
  }
}
