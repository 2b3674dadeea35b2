package com.duespark.api.reminders;

import static java.util.stream.Collectors.toMap;

import com.duespark.api.reminders.ReminderView.Because;
import com.duespark.api.reminders.SimulationBodies.SampleBody;
import com.duespark.api.reminders.SimulationBodies.SimulateBody;
import com.duespark.api.reminders.SimulationBodies.WhatIfBody;
import com.duespark.api.reminders.SimulationViews.About;
import com.duespark.api.reminders.SimulationViews.ChangeView;
import com.duespark.api.reminders.SimulationViews.HandOverView;
import com.duespark.api.reminders.SimulationViews.MessageView;
import com.duespark.api.reminders.SimulationViews.SimulationView;
import com.duespark.api.reminders.SimulationViews.StepView;
import com.duespark.api.reminders.SimulationViews.WhatIfView;
import com.duespark.api.shared.RetryAfter;
import com.duespark.domain.invoices.Invoices;
import com.duespark.domain.quotas.Quotas;
import com.duespark.domain.reminders.Customer;
import com.duespark.domain.reminders.Customer.Open;
import com.duespark.domain.reminders.Customers;
import com.duespark.domain.reminders.Plan.Planned;
import com.duespark.domain.reminders.PolicyCheck;
import com.duespark.domain.reminders.ReminderPolicies;
import com.duespark.domain.reminders.ReminderPolicy;
import com.duespark.domain.reminders.Simulation;
import com.duespark.domain.reminders.Simulation.Assumption;
import com.duespark.domain.reminders.Simulation.NotSent;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.tenants.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plays a policy in memory with the planner that the cadences use (BEY-04, BEY-05). Writes nothing,
 * and assumes that nobody pays.
 */
@Component
@Transactional(readOnly = true)
public class Simulations {

  /** So many customers with open invoices are played twice within a few seconds. */
  static final int MOST_CUSTOMERS = 1_000;

  private static final Duration BUSY = Duration.ofSeconds(5);
  private static final LocalTime SENT_AT = LocalTime.of(8, 0);
  private static final int MOST_YEARS = 2;

  private static final Comparator<ChangeView> IN_TIME =
      Comparator.comparing((ChangeView change) -> moment(change))
          .thenComparing(ChangeView::invoiceId)
          .thenComparing(ChangeView::stepKey);

  private final ReminderPolicies policies;
  private final Customers customers;
  private final Invoices invoices;
  private final Tenants tenants;
  private final Quotas quotas;

  Simulations(
      ReminderPolicies policies,
      Customers customers,
      Invoices invoices,
      Tenants tenants,
      Quotas quotas) {
    this.policies = policies;
    this.customers = customers;
    this.invoices = invoices;
    this.tenants = tenants;
    this.quotas = quotas;
  }

  SimulationView simulate(SimulateBody body) {
    var samples = body.invoices();
    var ids = body.invoiceIds();
    if (samples != null && ids == null) {
      return simulateSamples(body, samples);
    } else if (ids != null && samples == null) {
      return simulateBook(body, ids);
    }
    throw Refused.invalid("invoices", "REQUIRED", "Give either invoices or invoice_ids");
  }

  // ------------------------------------------------------------------ samples

  private SimulationView simulateSamples(SimulateBody body, List<SampleBody> samples) {
    var policy = policy(body.policyId(), body.policy());
    var zone = tenants.current().zone();
    var today = tenants.today();
    var invoices = new ArrayList<Open>();
    for (int i = 0; i < samples.size(); i++) {
      invoices.add(sample(i, samples.get(i), today, zone, policy));
    }
    var from = invoices.stream().map(Open::sentAt).min(Instant::compareTo).orElseThrow();
    return play(
        List.of(customers.sample(policy, invoices)),
        from,
        days(body.days()),
        id -> new About((int) id.getLeastSignificantBits(), null));
  }

  private static Open sample(
      int index, SampleBody body, LocalDate today, ZoneId zone, ReminderPolicy policy) {
    var sentOn = body.sentOn() == null ? today : body.sentOn();
    requireNear("sent_on", index, sentOn, today);
    requireNear("due_on", index, body.dueOn(), today);
    var sentAt = sentOn.atTime(SENT_AT).atZone(zone).toInstant();
    return Open.sent(new UUID(0, index), "Sample " + (index + 1), body.dueOn(), sentAt, policy);
  }

  private static void requireNear(String field, int index, LocalDate day, LocalDate today) {
    if (day.isBefore(today.minusYears(MOST_YEARS)) || day.isAfter(today.plusYears(MOST_YEARS))) {
      throw Refused.invalid(
          "invoices[%d].%s".formatted(index, field),
          "RANGE",
          "Choose a day within %d years".formatted(MOST_YEARS));
    }
  }

  private SimulationView play(
      List<Customer> book, Instant from, int days, Function<UUID, About> about) {
    var played = Simulation.play(book, from, days, Assumption.NOBODY_PAYS);
    Function<Planned, StepView> view = row -> StepView.of(row, about.apply(row.invoiceId()));
    return new SimulationView(
        from,
        days,
        tenants.current().zone().getId(),
        played.messages().stream().map(message -> MessageView.of(message, view)).toList(),
        played.notSent().stream().map(NotSent::row).map(view).toList(),
        played.handedOver().stream()
            .map(one -> HandOverView.of(one.at(), about.apply(one.invoice())))
            .toList());
  }

  private static int days(@Nullable Integer wanted) {
    return Objects.requireNonNullElse(wanted, SimulationBodies.WHAT_IF_DAYS);
  }

  // ------------------------------------------------------------------ the live book

  /** Every customer whole: their other invoices share messages and caps with these. */
  private SimulationView simulateBook(SimulateBody body, List<UUID> ids) {
    takePlace();
    var changed = body.policy() == null ? null : policy(body.policyId(), body.policy());
    var places = new HashMap<UUID, Integer>();
    var contacts = new LinkedHashSet<UUID>();
    for (var id : ids) {
      places.putIfAbsent(id, places.size());
      contacts.add(contactOf(id));
    }
    var now = tenants.businessNow();
    var book =
        contacts.stream()
            .map(
                id ->
                    changed == null
                        ? customers.read(id, now)
                        : customers.readWith(id, now, changed))
            .toList();
    return play(book, now, days(body.days()), id -> new About(places.get(id), id));
  }

  /** The whole book is seconds of work, so few are at it for a business at once (TNC-05). */
  private void takePlace() {
    if (!quotas.takeJob()) {
      throw RetryAfter.limited(
          "Your business has %d of these at work already; wait until one is done"
              .formatted(quotas.current().jobs()),
          "JOBS_AT_ONCE",
          BUSY);
    }
  }

  private UUID contactOf(UUID invoiceId) {
    var invoice = invoices.find(invoiceId).orElseThrow(() -> Refused.notFound("Invoice"));
    if (!invoice.status().isOpen()) {
      throw Refused.conflict(
          "NOTHING_DUE", "Nobody is reminded of a %s invoice".formatted(invoice.status()));
    }
    return invoice.contactId();
  }

  WhatIfView whatIf(WhatIfBody body) {
    takePlace();
    var before = find(body.policyId());
    var after = checked(body.policy().onto(before, before.isDefault()));
    if (after.isDefault() != before.isDefault()) {
      throw Refused.invalid("policy.is_default", "NOT_ALLOWED", "Ask about its content only");
    }
    var contacts = policies.chasedBy(before.id(), before.isDefault());
    if (contacts.size() > MOST_CUSTOMERS) {
      throw Refused.conflict(
          "TOO_MANY", "At most %d customers with open invoices".formatted(MOST_CUSTOMERS));
    }
    var now = tenants.businessNow();
    int days = days(body.days());
    var asIs = contacts.stream().map(id -> customers.read(id, now)).toList();
    var asWouldBe = contacts.stream().map(id -> customers.readWith(id, now, after)).toList();
    return compare(now, days, asIs, sent(asIs, now, days), sent(asWouldBe, now, days));
  }

  private record Sent(UUID contactId, Planned row, Instant at) {}

  private static Map<String, Sent> sent(List<Customer> book, Instant now, int days) {
    var sent = new TreeMap<String, Sent>();
    for (var message : Simulation.play(book, now, days, Assumption.NOBODY_PAYS).messages()) {
      for (var row : message.rows()) {
        sent.put(
            row.invoiceId() + " " + row.step().key(),
            new Sent(message.contactId(), row, message.at()));
      }
    }
    return sent;
  }

  private static WhatIfView compare(
      Instant now,
      int days,
      List<Customer> book,
      Map<String, Sent> before,
      Map<String, Sent> after) {
    var numbers =
        book.stream()
            .flatMap(customer -> customer.invoices().stream())
            .collect(toMap(Open::id, Open::number));
    var added = new ArrayList<ChangeView>();
    var moved = new ArrayList<ChangeView>();
    var removed = new ArrayList<ChangeView>();
    int unchanged = 0;
    for (var one : after.entrySet()) {
      var old = before.get(one.getKey());
      if (old == null) {
        added.add(change(numbers, null, one.getValue()));
      } else if (!old.at().equals(one.getValue().at())) {
        moved.add(change(numbers, old, one.getValue()));
      } else {
        unchanged++;
      }
    }
    for (var one : before.entrySet()) {
      if (!after.containsKey(one.getKey())) {
        removed.add(change(numbers, one.getValue(), null));
      }
    }
    return new WhatIfView(
        now, days, book.size(), unchanged, sorted(added), sorted(moved), sorted(removed));
  }

  private static List<ChangeView> sorted(List<ChangeView> changes) {
    return changes.stream().sorted(IN_TIME).toList();
  }

  private static Instant moment(ChangeView change) {
    return Objects.requireNonNull(change.after() == null ? change.before() : change.after());
  }

  private static ChangeView change(
      Map<UUID, String> numbers, @Nullable Sent before, @Nullable Sent after) {
    var shown = Objects.requireNonNull(after == null ? before : after);
    return new ChangeView(
        shown.contactId(),
        shown.row().invoiceId(),
        numbers.getOrDefault(shown.row().invoiceId(), ""),
        shown.row().step().key(),
        before == null ? null : before.at(),
        after == null ? null : after.at(),
        shown.row().tone(),
        shown.row().reasons().stream()
            .map(reason -> new Because(reason.code(), reason.words()))
            .toList());
  }

  // ------------------------------------------------------------------ the policy

  private ReminderPolicy policy(@Nullable UUID id, @Nullable PolicyBody content) {
    var policy = id == null ? policies.all().getFirst() : find(id);
    return content == null ? policy : checked(content.onto(policy, policy.isDefault()));
  }

  private ReminderPolicy find(UUID id) {
    return policies.find(id).orElseThrow(() -> Refused.notFound("Reminder policy"));
  }

  private static ReminderPolicy checked(ReminderPolicy policy) {
    PolicyCheck.check(policy);
    return policy;
  }
}
