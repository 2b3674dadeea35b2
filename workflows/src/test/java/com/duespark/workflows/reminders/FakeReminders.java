package com.duespark.workflows.reminders;

import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.deliveries.LedgerEntry;
import com.duespark.domain.deliveries.Resolution;
import com.duespark.domain.invoices.InvoiceStatus;
import com.duespark.domain.reminders.CadenceCommand;
import com.duespark.domain.reminders.Hold;
import com.duespark.domain.reminders.Plan;
import com.duespark.domain.reminders.Plan.Planned;
import com.duespark.domain.reminders.ReminderStatus;
import com.duespark.domain.reminders.Stage;
import com.duespark.domain.reminders.Tone;
import com.duespark.workflows.reminders.CadenceWorkflow.CadenceRef;
import com.duespark.workflows.shared.CommandRef;
import com.duespark.workflows.shared.World;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The steps of cadences over rows in memory. One lock stands for the database. */
final class FakeReminders implements ReminderActivities {

  /** Where a test can step in; it is called without the lock, once. */
  enum Moment {
    PLANNED,
    TOUCH_BEGINS,
    CLAIMED,
    TOUCH_ENDS
  }

  private record At(UUID contactId, Moment moment) {}

  private record Asked(UUID contactId, CadenceCommand body) {}

  private final Supplier<Instant> clock;
  private final Map<UUID, FakeCustomer> customers = new LinkedHashMap<>();
  private final Map<UUID, Asked> commands = new HashMap<>();
  private final Map<UUID, String> results = new HashMap<>();
  private final Map<UUID, Instant> mailBackAt = new HashMap<>();
  private final Set<UUID> lossy = new HashSet<>();
  private final Set<UUID> broken = new HashSet<>();
  private final Map<At, Runnable> interventions = new ConcurrentHashMap<>();
  private final List<String> journal = new ArrayList<>();

  FakeReminders(Supplier<Instant> clock) {
    this.clock = clock;
  }

  // ------------------------------------------------------------------ what a test arranges

  synchronized FakeCustomer customer(UUID id, ZoneId zone, String country) {
    return customers.computeIfAbsent(id, it -> new FakeCustomer(it, zone, country));
  }

  synchronized void sent(UUID contactId, UUID invoiceId, LocalDate dueOn) {
    customer(contactId).sent(invoiceId, dueOn, clock.get());
    note(contactId, "sent");
  }

  synchronized void close(UUID contactId, UUID invoiceId, InvoiceStatus how) {
    customer(contactId).close(invoiceId, how);
    note(contactId, how.name());
  }

  synchronized void move(UUID contactId, ZoneId zone, String country) {
    customer(contactId).move(zone, country);
  }

  synchronized void ask(UUID command, UUID contactId, CadenceCommand body) {
    commands.put(command, new Asked(contactId, body));
  }

  synchronized void mailIsDownFor(Duration time, UUID contactId) {
    mailBackAt.put(contactId, clock.get().plus(time));
  }

  /** The answer to the next mail does not come, and there is nobody to ask. */
  synchronized void losesAnAnswer(UUID contactId) {
    lossy.add(contactId);
  }

  /** The next touch ends for good, as when somebody ends it by hand. */
  synchronized void breaks(UUID contactId) {
    broken.add(contactId);
  }

  void at(UUID contactId, Moment moment, Runnable what) {
    interventions.put(new At(contactId, moment), what);
  }

  private void pass(UUID contactId, Moment moment) {
    var what = interventions.remove(new At(contactId, moment));
    if (what != null) {
      what.run();
    }
  }

  // ------------------------------------------------------------------ what a test reads

  synchronized LocalDate today(UUID contactId) {
    return customer(contactId).hours().dayOf(clock.get());
  }

  synchronized String result(UUID command) {
    return results.getOrDefault(command, "OPEN");
  }

  synchronized List<String> journal(UUID contactId) {
    return journal.stream()
        .filter(line -> line.startsWith(contactId + " "))
        .map(line -> line.substring(37))
        .toList();
  }

  synchronized long count(UUID contactId, String line) {
    return journal(contactId).stream().filter(line::equals).count();
  }

  synchronized List<String> messages(UUID contactId) {
    return customer(contactId).messages();
  }

  synchronized Stage stage(UUID contactId, UUID invoiceId) {
    return customer(contactId).debt(invoiceId).stage();
  }

  synchronized @Nullable ReminderStatus status(UUID contactId, UUID invoiceId, String step) {
    var row = customer(contactId).debt(invoiceId).row(step);
    return row == null ? null : row.status();
  }

  synchronized UUID lastDelivery(UUID contactId, UUID invoiceId, String step) {
    return Objects.requireNonNull(
        Objects.requireNonNull(customer(contactId).debt(invoiceId).row(step)).deliveryId());
  }

  /** Waits until it is so; wakes at each change, gives up after {@link World#PATIENCE}. */
  synchronized void await(UUID contactId, BooleanSupplier wanted) throws InterruptedException {
    long end = System.nanoTime() + World.PATIENCE.toNanos();
    while (!wanted.getAsBoolean()) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError("It came to " + journal(contactId) + messages(contactId));
      }
      wait(left);
    }
  }

  // ------------------------------------------------------------------ the steps

  @Override
  public Agenda plan(CadenceRef cadence) {
    var agenda = planned(cadence.contactId());
    pass(cadence.contactId(), Moment.PLANNED);
    return agenda;
  }

  private synchronized Agenda planned(UUID contactId) {
    note(contactId, "planned");
    return agenda(contactId);
  }

  @Override
  public synchronized Agenda apply(CommandRef ref) {
    var asked = Objects.requireNonNull(commands.get(ref.commandId()));
    if (!results.containsKey(ref.commandId())) {
      results.put(ref.commandId(), change(asked));
      note(asked.contactId(), asked.body().getClass().getSimpleName());
    }
    return agenda(asked.contactId());
  }

  private String change(Asked asked) {
    var customer = customer(asked.contactId());
    var now = clock.get();
    switch (asked.body()) {
      case CadenceCommand.Pause pause -> {
        if (pause.until() != null && !pause.until().isAfter(now)) {
          return "REFUSED IN_THE_PAST";
        }
        customer.pause(pause.invoiceId(), new Hold(Hold.Cause.PAUSED, pause.until()));
      }
      case CadenceCommand.Resume resume -> customer.pause(resume.invoiceId(), null);
      case CadenceCommand.ResolveReminder resolve -> {
        if (resolve.resolution() == Resolution.SENT) {
          customer.accepted(resolve.deliveryId(), now);
        } else {
          customer.end(resolve.deliveryId(), ReminderStatus.SCHEDULED, now);
        }
      }
      case CadenceCommand.RemindNow wish -> {
        if (!customer.debt(wish.invoiceId()).isOpen()) {
          return "REFUSED NOT_OPEN";
        }
        customer.debt(wish.invoiceId()).wantNow(Tone.NEUTRAL, now);
      }
      case CadenceCommand.Promise promise ->
          customer.debt(promise.invoiceId()).promise(promise.on(), now);
      case CadenceCommand.Dispute dispute -> customer.debt(dispute.invoiceId()).dispute(true);
      case CadenceCommand.ResolveDispute settled ->
          customer.debt(settled.invoiceId()).dispute(false);
      // rows in memory have no ids: what concerns a single row is tested on the database
      case CadenceCommand.SendNow _ -> {}
      case CadenceCommand.Skip _ -> {}
      case CadenceCommand.Decide _ -> {}
      case CadenceCommand.Change _ -> {}
      case CadenceCommand.UsePolicy _ -> {}
      case CadenceCommand.Mute _ -> {}
    }
    return "DONE";
  }

  @Override
  public Agenda touch(CadenceRef cadence) {
    var contactId = cadence.contactId();
    pass(contactId, Moment.TOUCH_BEGINS);
    var claim = claim(contactId);
    if (claim.deliveryId() == null) {
      return Objects.requireNonNull(claim.agenda());
    }
    pass(contactId, Moment.CLAIMED);
    var agenda = send(contactId, claim.deliveryId(), claim.tries());
    pass(contactId, Moment.TOUCH_ENDS);
    return agenda;
  }

  private record Claim(@Nullable UUID deliveryId, int tries, @Nullable Agenda agenda) {}

  private synchronized Claim claim(UUID contactId) {
    note(contactId, "touched");
    if (broken.remove(contactId)) {
      throw ApplicationFailure.newNonRetryableFailure("Ended by hand", "BROKEN");
    }
    var customer = customer(contactId);
    var now = clock.get();
    var plan = customer.plan(now);
    var due = customer.wanted().isEmpty() ? plan.due(now) : customer.wanted();
    if (due.isEmpty()) {
      return new Claim(null, 0, agenda(contactId));
    }
    var deliveryId = customer.newDelivery();
    int tries = customer.claim(due, deliveryId, now);
    note(contactId, "claimed");
    return new Claim(deliveryId, tries, null);
  }

  /** Asks the provider, records what it says by the send ledger's own rule, plans again. */
  private synchronized Agenda send(UUID contactId, UUID deliveryId, int tries) {
    var customer = customer(contactId);
    var now = clock.get();
    if (now.isBefore(mailBackAt.getOrDefault(contactId, Instant.EPOCH))) {
      var delay = LedgerEntry.fresh().afterTries(tries).retryDelay(LedgerEntry.Policy.DEFAULT);
      customer.end(
          deliveryId, delay == null ? ReminderStatus.FAILED : ReminderStatus.SCHEDULED, now);
      note(contactId, delay == null ? "failed" : "not accepted");
      if (delay != null) {
        throw ApplicationFailure.newBuilder()
            .setMessage("Not final yet")
            .setType("NOT_FINAL")
            .setNextRetryDelay(delay)
            .build();
      }
    } else if (lossy.remove(contactId)) {
      customer.end(deliveryId, ReminderStatus.UNKNOWN, now);
      note(contactId, "unknown");
    } else {
      customer.accepted(deliveryId, now);
      note(contactId, "accepted");
    }
    return agenda(contactId);
  }

  // ------------------------------------------------------------------ what comes next

  private Agenda agenda(UUID contactId) {
    var customer = customer(contactId);
    var now = clock.get();
    var plan = customer.plan(now);
    var next = plan.nextAt().orElse(null);
    boolean needed = customer.needsCadence();
    if (!customer.wanted().isEmpty()) {
      return new Agenda(Duration.ZERO, Channel.EMAIL, "By hand", !needed, "By hand");
    }
    return new Agenda(
        next == null ? null : untilNext(now, next),
        Channel.EMAIL,
        next == null ? "Nothing planned" : words(plan, next),
        !needed,
        needed ? "Next: " + next : "Nothing is open.");
  }

  /** Rounded up, so that nobody wakes before the slot. */
  private static Duration untilNext(Instant now, Instant next) {
    var exact = Duration.between(now, next);
    return exact.isPositive()
        ? Duration.ofSeconds(exact.plusNanos(999_999_999).toSeconds())
        : Duration.ZERO;
  }

  private static String words(Plan plan, Instant next) {
    var steps =
        plan.reminders().stream()
            .filter(planned -> planned.status() == ReminderStatus.SCHEDULED)
            .filter(planned -> planned.sendAt().equals(next))
            .map(Planned::step)
            .map(step -> step.key())
            .distinct()
            .collect(Collectors.joining(", "));
    return (steps.isEmpty() ? "Look again" : steps) + ", " + next;
  }

  private FakeCustomer customer(UUID id) {
    return Objects.requireNonNull(customers.get(id));
  }

  private void note(UUID contactId, String what) {
    journal.add(contactId + " " + what);
    notifyAll();
  }
}
