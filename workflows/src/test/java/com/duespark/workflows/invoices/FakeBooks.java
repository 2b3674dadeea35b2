package com.duespark.workflows.invoices;

import com.duespark.domain.commands.CommandKind;
import com.duespark.workflows.deliveries.DeliveryActivities;
import com.duespark.workflows.invoices.FakeInvoice.No;
import com.duespark.workflows.invoices.InvoiceWorkflow.InvoiceRef;
import com.duespark.workflows.payments.CheckoutActivities;
import com.duespark.workflows.shared.CommandRef;
import com.duespark.workflows.shared.FactRef;
import com.duespark.workflows.shared.World;
import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Every row and step behind the workflow, in memory. One lock stands for the database. */
final class FakeBooks implements InvoiceActivities, CheckoutActivities, DeliveryActivities {

  /** How far the latest attempt of a delivery has come. */
  enum Call {
    RUNS,
    /** Until its next attempt, or until something else has happened. */
    RESTS,
    ENDED
  }

  private record Act(
      UUID invoiceId, CommandKind kind, long amount, @Nullable Instant at, @Nullable UUID mail) {}

  private final Supplier<Instant> clock;
  private final Map<UUID, FakeInvoice> invoices = new LinkedHashMap<>();
  private final Map<UUID, Act> commands = new LinkedHashMap<>();
  private final Map<UUID, String> results = new LinkedHashMap<>();
  private final Map<UUID, Act> facts = new LinkedHashMap<>();
  private final Set<UUID> booked = new LinkedHashSet<>();
  private final Set<UUID> slow = new LinkedHashSet<>();
  private final Set<UUID> forgetful = new LinkedHashSet<>();
  private final Set<UUID> broken = new LinkedHashSet<>();
  private final Set<UUID> late = new LinkedHashSet<>();
  private final Set<UUID> lost = new LinkedHashSet<>();
  private final List<String> journal = new ArrayList<>();
  private final Map<String, Call> calls = new HashMap<>();
  private final Outages outages = new Outages();

  FakeBooks(Supplier<Instant> clock) {
    this.clock = clock;
  }

  // ------------------------------------------------------------------ what a test arranges

  synchronized FakeInvoice draft(UUID id) {
    return invoices.computeIfAbsent(id, FakeInvoice::new);
  }

  synchronized void ask(
      UUID command, UUID invoice, CommandKind kind, long amount, @Nullable Instant at) {
    commands.put(command, new Act(invoice, kind, amount, at, null));
  }

  synchronized void askToResend(UUID command, UUID invoice, UUID mail) {
    commands.put(command, new Act(invoice, CommandKind.RESOLVE_DELIVERY, 0, null, mail));
  }

  synchronized void report(UUID fact, UUID invoice, long amount) {
    facts.put(fact, new Act(invoice, CommandKind.RECORD_PAYMENT, amount, null, null));
  }

  /** All mails of an invoice, or one of them. */
  synchronized void mailIsDownFor(Duration time, UUID invoiceOrMail) {
    outages.mail(invoiceOrMail, clock.get().plus(time));
  }

  /** The next activity with this mail ends for good, as when somebody ends it by hand. */
  synchronized void breaks(UUID mail) {
    broken.add(mail);
  }

  /** The mail will be taken, but the answer does not come; the provider knows when asked later. */
  synchronized void answersLate(UUID mail) {
    late.add(mail);
  }

  /** The answer does not come, and there is nobody to ask. */
  synchronized void losesTheAnswer(UUID mail) {
    lost.add(mail);
  }

  /**
   * The next accepted mail answers with what it read before a payment was booked; the booking's own
   * answer is lost, so that its repetition comes after the mail's.
   */
  synchronized void answersCross(UUID invoice) {
    slow.add(invoice);
    forgetful.add(invoice);
  }

  synchronized void stripeIsDown(boolean down) {
    outages.stripe(down);
  }

  synchronized void everythingIsDownFor(Duration time) {
    outages.database(clock.get().plus(time));
  }

  // ------------------------------------------------------------------ what a test reads

  synchronized String result(UUID command) {
    return results.getOrDefault(command, "OPEN");
  }

  synchronized List<String> journal(UUID invoice) {
    return journal.stream()
        .filter(line -> line.startsWith(invoice + " "))
        .map(line -> line.substring(37))
        .toList();
  }

  /**
   * Waits until an invoice is as wanted; wakes at each change, gives up after {@link
   * World#PATIENCE}.
   */
  synchronized FakeInvoice await(UUID id, Predicate<FakeInvoice> wanted)
      throws InterruptedException {
    long end = System.nanoTime() + World.PATIENCE.toNanos();
    while (!wanted.test(draft(id))) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError("It stayed " + draft(id).standing(clock.get()) + journal(id));
      }
      wait(left);
    }
    return draft(id);
  }

  // ------------------------------------------------------------------ the steps

  @Override
  public synchronized Standing look(InvoiceRef ref) {
    outages.requireDatabase(clock.get());
    return standing(ref.invoiceId());
  }

  @Override
  public synchronized Standing apply(CommandRef ref) {
    outages.requireDatabase(clock.get());
    var act = Objects.requireNonNull(commands.get(ref.commandId()));
    settle(ref, act, () -> change(act));
    return standing(act.invoiceId());
  }

  private void change(Act act) {
    var invoice = draft(act.invoiceId());
    switch (act.kind()) {
      case SEND -> invoice.send();
      case SCHEDULE -> invoice.schedule(Objects.requireNonNull(act.at()));
      case UNSCHEDULE -> invoice.unschedule();
      case VOID -> invoice.voidNow();
      case RECORD_PAYMENT -> invoice.recordPayment(act.amount());
      case CHECKOUT -> invoice.openCheckout();
      case RESOLVE_DELIVERY -> invoice.resend(Objects.requireNonNull(act.mail()));
      case MARK_SENT,
          AMEND,
          WRITE_OFF,
          PAUSE_REMINDERS,
          RESUME_REMINDERS,
          RESOLVE_REMINDER,
          REMIND_NOW,
          SEND_NOW,
          SKIP_REMINDER,
          DECIDE_REMINDER,
          CHANGE_REMINDER,
          PROMISE,
          DISPUTE,
          RESOLVE_DISPUTE,
          USE_POLICY,
          MUTE_CHANNEL ->
          throw new No("NOT_PLAYED");
    }
  }

  /** Like the command ledger: what has a result is left alone, a refusal is a result. */
  private void settle(CommandRef ref, Act act, Runnable change) {
    if (results.containsKey(ref.commandId())) {
      return;
    }
    String result;
    try {
      change.run();
      result = "DONE";
    } catch (No refusal) {
      result = "REFUSED " + refusal.getMessage();
    }
    results.put(ref.commandId(), result);
    note(act.invoiceId(), act.kind() + " " + result);
  }

  @Override
  public synchronized Standing sendScheduled(InvoiceRef ref) {
    draft(ref.invoiceId()).sendScheduled(clock.get());
    note(ref.invoiceId(), "sendScheduled");
    return standing(ref.invoiceId());
  }

  @Override
  public synchronized Standing post(FactRef ref) {
    var fact = Objects.requireNonNull(facts.get(ref.eventId()));
    if (booked.add(ref.eventId())) {
      draft(fact.invoiceId()).received(fact.amount());
      note(fact.invoiceId(), "booked " + fact.amount());
      if (forgetful.remove(fact.invoiceId())) {
        throw new IllegalStateException("Booked, but the answer is lost");
      }
    }
    return standing(fact.invoiceId());
  }

  @Override
  public synchronized Standing open(CommandRef ref) {
    note(Objects.requireNonNull(commands.get(ref.commandId())).invoiceId(), "page asked for");
    outages.requireStripe(clock.get());
    return apply(ref);
  }

  @Override
  public synchronized Standing close(InvoiceRef ref, CommandRef command) {
    outages.requireStripe(clock.get());
    draft(ref.invoiceId()).closeCheckout();
    note(ref.invoiceId(), "checkout closed");
    return standing(ref.invoiceId());
  }

  @Override
  public synchronized Standing giveUp(CommandRef ref) {
    outages.requireDatabase(clock.get());
    var act = Objects.requireNonNull(commands.get(ref.commandId()));
    settle(
        ref,
        act,
        () -> {
          throw new No("PROVIDER_ERROR");
        });
    return standing(act.invoiceId());
  }

  /** By activity id; null when no attempt has begun. */
  synchronized @Nullable Call call(String activityId) {
    return calls.get(activityId);
  }

  @Override
  public synchronized Standing deliver(DeliveryRefs refs) {
    var id = Activity.getExecutionContext().getInfo().getActivityId();
    calls.put(id, Call.RUNS);
    try {
      var answer = attempt(refs, id);
      calls.put(id, Call.ENDED);
      return answer;
    } catch (ApplicationFailure e) {
      calls.put(id, e.isNonRetryable() ? Call.ENDED : Call.RESTS);
      throw e;
    }
  }

  private Standing attempt(DeliveryRefs refs, String activityId) {
    var owner = ownerOf(refs.deliveryIds().getFirst());
    var soonest =
        refs.deliveryIds().stream()
            .flatMap(id -> step(owner, id).stream())
            .min(Duration::compareTo);
    if (soonest.isPresent()) {
      throw ApplicationFailure.newBuilder()
          .setMessage("Not final yet")
          .setType("NOT_FINAL")
          .setNextRetryDelay(soonest.get())
          .build();
    }
    var answer = standing(owner.id);
    if (slow.remove(owner.id)) {
      calls.put(activityId, Call.RESTS);
      holdUntilBooked(owner.id);
    }
    return answer;
  }

  /** Like the send ledger: when to come back, or nothing when the mail is final. */
  private Optional<Duration> step(FakeInvoice owner, UUID mail) {
    return switch (owner.how(mail)) {
      case NEW -> attempt(owner, mail);
      case ATTEMPTING -> {
        owner.accepted(mail);
        note(owner.id, "found " + number(mail));
        yield Optional.empty();
      }
      case ACCEPTED, UNKNOWN, CALLED_OFF -> Optional.empty();
    };
  }

  private Optional<Duration> attempt(FakeInvoice owner, UUID mail) {
    if (broken.remove(mail)) {
      throw ApplicationFailure.newNonRetryableFailure("Ended by hand", "BROKEN");
    }
    if (outages.isMailDown(owner.id, mail, clock.get())) {
      note(owner.id, "not accepted " + number(mail));
      return Optional.of(Duration.ofMinutes(15));
    }
    if (late.remove(mail)) {
      owner.attempted(mail);
      note(owner.id, "no answer " + number(mail));
      return Optional.of(Duration.ofMinutes(2));
    }
    if (lost.remove(mail)) {
      owner.lost(mail);
      note(owner.id, "unknown " + number(mail));
      return Optional.empty();
    }
    owner.accepted(mail);
    note(owner.id, "accepted " + number(mail));
    return Optional.empty();
  }

  /** Which of an invoice's mails: its last byte says it. */
  private static long number(UUID mail) {
    return mail.getLeastSignificantBits() & 0xFFL;
  }

  private FakeInvoice ownerOf(UUID delivery) {
    return invoices.values().stream()
        .filter(
            row ->
                row.id.getMostSignificantBits() == delivery.getMostSignificantBits()
                    && row.id.getLeastSignificantBits()
                        == (delivery.getLeastSignificantBits() & ~0xFFL))
        .findFirst()
        .orElseThrow();
  }

  private void holdUntilBooked(UUID invoice) {
    try {
      long end = System.nanoTime() + World.PATIENCE.toNanos();
      while (journal(invoice).stream().noneMatch(line -> line.startsWith("booked"))
          && System.nanoTime() < end) {
        wait(1_000);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Standing standing(UUID invoice) {
    return draft(invoice).standing(clock.get());
  }

  private void note(UUID invoice, String what) {
    journal.add(invoice + " " + what);
    notifyAll();
  }
}
