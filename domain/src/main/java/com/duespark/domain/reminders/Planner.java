package com.duespark.domain.reminders;

import static java.util.Comparator.comparing;

import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.reminders.Customer.Open;
import com.duespark.domain.reminders.Plan.Planned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The plan of one customer (REM section 7). Pure: the same facts and the same moment give the same
 * plan, for the workflow, the explanation and a simulation alike.
 *
 * <p>First every step finds a day of its own; then the days are gone through in order, as they will
 * come, and what meets on one day is merged, moved or dropped. A step that is moved is judged again
 * on its new day.
 */
public final class Planner {

  /** Who goes first where only one message may go: the most pressing (REM-69). */
  private static final Comparator<Candidate> PRESSING =
      comparing((Candidate candidate) -> candidate.step.stage())
          .reversed()
          .thenComparing(candidate -> candidate.invoice.dueOn())
          .thenComparing(candidate -> candidate.invoice.number())
          .thenComparing(candidate -> candidate.invoice.id());

  private static final Comparator<Planned> OTHERS =
      comparing(Planned::sendAt)
          .thenComparing(Planned::invoiceId)
          .thenComparing(planned -> planned.step().offsetDays());

  private final Customer customer;
  private final Instant now;
  private final Hours hours;
  private final LocalDate today;
  private final Caps caps;
  private final Map<UUID, LocalDate> quietFrom = new HashMap<>();
  private final Map<UUID, Integer> furthest = new HashMap<>();
  private final List<Planned> planned = new ArrayList<>();
  private final List<Planned> others = new ArrayList<>();
  private final List<Candidate> waiting = new ArrayList<>();
  private int messages;

  private Planner(Customer customer, Instant now) {
    this.customer = customer;
    this.now = now;
    this.hours = customer.hours();
    this.today = hours.dayOf(now);
    this.caps =
        new Caps(
            hours,
            customer.capPerDay(),
            customer.capPerWeek(),
            customer.messages().stream().map(hours::dayOf).toList());
  }

  /**
   * Plans everything that is still open.
   *
   * @param now the business's time
   */
  public static Plan plan(Customer customer, Instant now) {
    return new Planner(customer, now).plan();
  }

  private Plan plan() {
    for (var invoice : customer.invoices()) {
      if (invoice.stage() != Stage.COLLECTIONS) {
        quietFrom.put(invoice.id(), hours.dayOf(invoice.lastMessageAt()));
        findDays(invoice);
      }
    }
    while (!waiting.isEmpty()) {
      var first = waiting.stream().map(Candidate::day).min(LocalDate::compareTo).orElseThrow();
      goThrough(first, waiting.stream().filter(one -> one.day().equals(first)).toList());
    }
    others.sort(OTHERS);
    planned.addAll(others);
    return new Plan(List.copyOf(planned), collections(), holdsEnd());
  }

  // ------------------------------------------------------------------ a day for every step

  private void findDays(Open invoice) {
    int lastOut =
        invoice.policy().steps().list().stream()
            .filter(step -> isOut(invoice, step))
            .mapToInt(Step::offsetDays)
            .max()
            .orElse(Integer.MIN_VALUE);
    var missed = new ArrayList<Candidate>();
    for (var step : inOrder(invoice)) {
      var before = invoice.decided().get(step.key());
      if (before != null && before.isSettled(now)) {
        continue;
      }
      var candidate = new Candidate(invoice, step, hours);
      candidate.moveToBusinessDay();
      if (staysSkipped(candidate)) {
        others.add(candidate.asBefore(channel(candidate)));
      } else if (step.offsetDays() < lastOut) {
        skip(candidate, SkipReason.SUPERSEDED, "A later reminder has gone out");
      } else if (!keepBeforeDueDay(candidate)) {
        skip(candidate, SkipReason.WINDOW, "No business day is left before the due day");
      } else {
        sort(candidate, missed);
      }
    }
    catchUp(missed);
  }

  private static List<Step> inOrder(Open invoice) {
    return invoice.policy().steps().list().stream().sorted(comparing(Step::offsetDays)).toList();
  }

  private static boolean isOut(Open invoice, Step step) {
    var decided = invoice.decided().get(step.key());
    return decided != null && decided.status().isOut();
  }

  /**
   * What a plan skipped in advance is thought over until its own day, and then stands: what was
   * planned around it is not upset by a step that comes back.
   */
  private boolean staysSkipped(Candidate candidate) {
    var day = isTooLate(candidate) ? boundOf(candidate) : candidate.day();
    return candidate.wasSkipped() && !hours.slotOn(day).isAfter(now);
  }

  private LocalDate boundOf(Candidate candidate) {
    return hours.businessDayUpTo(candidate.invoice.dueOn());
  }

  private static boolean isTooLate(Candidate candidate) {
    return candidate.step.isPreDue() && candidate.isPastDue();
  }

  /** REM-23: moved past the due day, it goes to the last business day before it, if one is left. */
  private boolean keepBeforeDueDay(Candidate candidate) {
    if (!isTooLate(candidate)) {
      return true;
    }
    var last = boundOf(candidate);
    var slot = hours.slotOn(last);
    if (slot.isBefore(now) && !candidate.stoodAtOrMovedOnFrom(slot)) {
      return false;
    }
    candidate.moveTo(last, Reason.Code.PRE_DUE_BOUND, "Not after the due day");
    return true;
  }

  /** Held, still to come, late but in time, or missed (REM-65, REM-70). */
  private void sort(Candidate candidate, List<Candidate> missed) {
    if (!candidate.slot().isAfter(now) && candidate.movedOnFrom(candidate.slot())) {
      candidate.takeUp();
      candidate.moveToBusinessDay();
    }
    var hold = holdAt(candidate.invoice, candidate.slot());
    if (hold != null) {
      others.add(candidate.held(hold, channel(candidate)));
    } else if (!candidate.slot().isBefore(now) || isLateInTime(candidate)) {
      waiting.add(candidate);
    } else {
      missed.add(candidate);
    }
  }

  /** Planned for exactly this slot, and its window is still open. */
  private boolean isLateInTime(Candidate candidate) {
    var before = candidate.before;
    return before != null
        && before.status() == ReminderStatus.SCHEDULED
        && before.sendAt().equals(candidate.slot())
        && candidate.day().equals(today)
        && hours.areOpenAt(now);
  }

  /** What keeps this slot: of several the one whose rule goes first. */
  private @Nullable Hold holdAt(Open invoice, Instant slot) {
    var moment = slot.isBefore(now) ? now : slot;
    return invoice.holds().stream()
        .filter(hold -> hold.holds(moment))
        .min(comparing(Hold::cause))
        .orElse(null);
  }

  /** Each invoice's latest missed step goes in the next slot; a dispute's are dropped. */
  private void catchUp(List<Candidate> missed) {
    for (int i = 0; i < missed.size(); i++) {
      var candidate = missed.get(i);
      if (candidate.wasDisputed()) {
        skip(candidate, SkipReason.MISSED, "Its day passed while the invoice was disputed");
      } else if (i < missed.size() - 1) {
        skip(candidate, SkipReason.SUPERSEDED, "A later step was missed too and goes instead");
      } else {
        var missedDay = Candidate.words(candidate.day());
        candidate.moveTo(
            nextSlotDay(), Reason.Code.CATCH_UP, "Its slot on %s was missed".formatted(missedDay));
        waiting.add(candidate);
      }
    }
  }

  private LocalDate nextSlotDay() {
    return hours.slotOn(today).isBefore(now)
        ? hours.businessDayFrom(today.plusDays(1))
        : hours.businessDayFrom(today);
  }

  // ------------------------------------------------------------------ the days in order

  /** One day: everything that may not stand here leaves it; what is left becomes its messages. */
  private void goThrough(LocalDate day, List<Candidate> here) {
    if (droppedAfterDueDay(here) || movedByQuietDays(here) || droppedForLaterSteps(here)) {
      return;
    }
    if (!caps.allow(day)) {
      here.forEach(candidate -> moveByCap(candidate, day));
      return;
    }
    var overdue = here.stream().filter(candidate -> !candidate.step.isPreDue()).toList();
    var leading = overdue.isEmpty() ? here : overdue;
    for (var message : messagesOf(leading)) {
      if (caps.allow(day)) {
        send(day, message);
      } else {
        message.candidates().forEach(candidate -> moveByCap(candidate, day));
      }
    }
    here.stream()
        .filter(candidate -> !leading.contains(candidate))
        .forEach(candidate -> moveByCap(candidate, day));
  }

  /** REM-72. */
  private boolean droppedAfterDueDay(List<Candidate> here) {
    var late = here.stream().filter(Planner::isTooLate).toList();
    late.forEach(
        candidate -> drop(candidate, SkipReason.SUPERSEDED, "The due day would have passed"));
    return !late.isEmpty();
  }

  /** REM-64. */
  private boolean movedByQuietDays(List<Candidate> here) {
    boolean changed = false;
    for (var candidate : here) {
      var last = Objects.requireNonNull(quietFrom.get(candidate.invoice.id()));
      var over = last.plusDays(candidate.invoice.policy().quietDaysAfterSend());
      if (!candidate.day().isBefore(over)) {
        continue;
      }
      var why = "Quiet days after the message of " + Candidate.words(last);
      if (candidate.step.isPreDue()) {
        drop(candidate, SkipReason.TOO_SOON, why);
      } else {
        candidate.moveTo(hours.businessDayFrom(over), Reason.Code.QUIET, why);
      }
      changed = true;
    }
    return changed;
  }

  /** REM-66: of two steps of one invoice the later goes; after it no earlier one. */
  private boolean droppedForLaterSteps(List<Candidate> here) {
    var latest = new HashMap<>(furthest);
    for (var candidate : here) {
      latest.merge(candidate.invoice.id(), candidate.step.offsetDays(), Math::max);
    }
    var earlier =
        here.stream()
            .filter(
                one -> one.step.offsetDays() < Objects.requireNonNull(latest.get(one.invoice.id())))
            .toList();
    earlier.forEach(
        candidate -> drop(candidate, SkipReason.SUPERSEDED, "A later step goes instead"));
    return !earlier.isEmpty();
  }

  /** REM-67. */
  private void moveByCap(Candidate candidate, LocalDate day) {
    candidate.moveTo(
        caps.nextAfter(day),
        Reason.Code.CAP,
        "Enough messages around %s".formatted(Candidate.words(day)));
  }

  private record Message(Channel channel, List<Candidate> candidates) {}

  /** One message per channel, or one per invoice; the most pressing first (REM-40, REM-69). */
  private List<Message> messagesOf(List<Candidate> candidates) {
    var sorted = candidates.stream().sorted(PRESSING).toList();
    if (!customer.consolidate()) {
      return sorted.stream()
          .map(candidate -> new Message(channel(candidate), List.of(candidate)))
          .toList();
    }
    var highest = sorted.getFirst().step.stage();
    var joined =
        sorted.stream()
            .filter(candidate -> candidate.step.stage() == highest)
            .flatMap(candidate -> ownChannel(candidate).stream())
            .findFirst()
            .orElseGet(this::preferredChannel);
    return sorted.stream()
        .collect(
            Collectors.groupingBy(
                candidate -> ownChannel(candidate).orElse(joined),
                LinkedHashMap::new,
                Collectors.toList()))
        .entrySet()
        .stream()
        .map(group -> new Message(group.getKey(), group.getValue()))
        .toList();
  }

  private void send(LocalDate day, Message message) {
    messages++;
    caps.count(day);
    int more = message.candidates().size() - 1;
    for (var candidate : message.candidates()) {
      var wanted = candidate.step.channel();
      if (wanted != null && ownChannel(candidate).isEmpty()) {
        candidate.because(Reason.Code.CHANNEL, wanted + " does not reach the contact");
      }
      if (more > 0) {
        candidate.because(
            Reason.Code.MERGED,
            "One message with %d other %s".formatted(more, more == 1 ? "invoice" : "invoices"));
      }
      planned.add(candidate.scheduled(messages, message.channel()));
      quietFrom.put(candidate.invoice.id(), day);
      furthest.merge(candidate.invoice.id(), candidate.step.offsetDays(), Math::max);
      waiting.remove(candidate);
    }
  }

  private void drop(Candidate candidate, SkipReason why, String words) {
    waiting.remove(candidate);
    skip(candidate, why, words);
  }

  private void skip(Candidate candidate, SkipReason why, String words) {
    others.add(candidate.skipped(why, words, channel(candidate)));
  }

  private Channel channel(Candidate candidate) {
    return ownChannel(candidate).orElseGet(this::preferredChannel);
  }

  /** The channel that the policy fixes, when it reaches the customer. */
  private Optional<Channel> ownChannel(Candidate candidate) {
    return Optional.ofNullable(candidate.step.channel()).filter(customer.routes()::contains);
  }

  private Channel preferredChannel() {
    return customer.routes().isEmpty() ? Channel.EMAIL : customer.routes().getFirst();
  }

  // ------------------------------------------------------------------ what else has its moment

  /** REM-71. */
  private List<Plan.Collection> collections() {
    return customer.invoices().stream()
        .filter(invoice -> invoice.finalSentAt() != null && invoice.stage() == Stage.FINAL)
        .map(
            invoice ->
                new Plan.Collection(
                    invoice.id(),
                    hours.slotOn(
                        hours
                            .dayOf(Objects.requireNonNull(invoice.finalSentAt()))
                            .plusDays(invoice.policy().collectionsAfterDays()))))
        .sorted(comparing(Plan.Collection::at).thenComparing(Plan.Collection::invoiceId))
        .toList();
  }

  private @Nullable Instant holdsEnd() {
    return customer.invoices().stream()
        .flatMap(invoice -> invoice.holds().stream())
        .map(Hold::until)
        .filter(Objects::nonNull)
        .filter(until -> until.isAfter(now))
        .min(Instant::compareTo)
        .orElse(null);
  }
}
