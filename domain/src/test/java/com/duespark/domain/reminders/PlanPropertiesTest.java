package com.duespark.domain.reminders;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.reminders.Customer.Open;
import com.duespark.domain.reminders.Plan.Planned;
import com.duespark.domain.reminders.Rehearsal.Sent;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for every customer, whatever they owe and whatever happens. */
class PlanPropertiesTest {

  private static final int DAYS = 200;
  private static final int TURNS = 2_000;

  private static final Set<DayOfWeek> MONDAY_TO_FRIDAY =
      EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  private static final Set<DayOfWeek> SUNDAY_TO_THURSDAY =
      EnumSet.complementOf(EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY));

  // --- customers

  private record Place(String zone, Hours.Calendar holidays) {}

  private record Window(String opens, String closes) {}

  private record Caps(int perDay, int perWeek) {}

  private record Bill(int due, int sentBefore, int sentHour, ReminderPolicy policy) {}

  private static final List<Place> PLACES =
      List.of(
          new Place("Africa/Nairobi", PublicHolidays.of("KE", Map.of())),
          new Place("America/New_York", PublicHolidays.of("US", Map.of())),
          new Place("Europe/London", PublicHolidays.of("GB", Map.of())),
          new Place("Pacific/Kiritimati", day -> null),
          new Place("Africa/Cairo", day -> day.getDayOfMonth() < 3 ? "Stocktaking" : null));

  @Provide
  Arbitrary<Hours> hours() {
    var window =
        Arbitraries.frequency(
            Tuple.of(4, new Window("09:00", "17:00")),
            Tuple.of(1, new Window("06:00", "09:00")),
            Tuple.of(1, new Window("10:00", "16:00")),
            Tuple.of(1, new Window("00:00", "00:45")),
            Tuple.of(1, new Window("23:45", "23:59")));
    return Combinators.combine(
            Arbitraries.of(PLACES),
            window,
            Arbitraries.frequency(Tuple.of(3, MONDAY_TO_FRIDAY), Tuple.of(1, SUNDAY_TO_THURSDAY)),
            Arbitraries.integers().between(0, 29))
        .as(
            (place, open, week, minute) ->
                new Hours(
                    ZoneId.of(place.zone()),
                    LocalTime.parse(open.opens()),
                    LocalTime.parse(open.closes()),
                    week,
                    place.holidays(),
                    minute));
  }

  private static Arbitrary<ReminderPolicy> policies() {
    var offsets =
        Arbitraries.subsetOf(-7, -3, 0, 3, 5, 7, 14)
            .ofMinSize(1)
            .map(set -> set.stream().sorted().toList());
    var channels =
        Arbitraries.frequency(
                Tuple.of(4, List.<Channel>of()),
                Tuple.of(1, List.of(Channel.EMAIL)),
                Tuple.of(1, List.of(Channel.SMS)),
                Tuple.of(1, List.of(Channel.WHATSAPP)))
            .list()
            .ofSize(7);
    var quiet =
        Arbitraries.frequency(
            Tuple.of(3, 2), Tuple.of(1, 0), Tuple.of(1, 1), Tuple.of(1, 4), Tuple.of(1, 10));
    return Combinators.combine(offsets, channels, quiet)
        .as((days, ways, quietDays) -> policy(steps(days, ways), quietDays));
  }

  /** Stages in their order; the last overdue step is the final one, so nothing comes after it. */
  private static List<Step> steps(List<Integer> offsets, List<List<Channel>> channels) {
    int overdue = (int) offsets.stream().filter(days -> days > 0).count();
    int preDue = offsets.size() - overdue;
    return IntStream.range(0, offsets.size())
        .mapToObj(
            i ->
                new Step(
                    "STEP_%+d".formatted(offsets.get(i)),
                    offsets.get(i),
                    stage(i - preDue, overdue),
                    channels.get(i).stream().findFirst().orElse(null),
                    null,
                    null))
        .toList();
  }

  private static Stage stage(int overdueStep, int overdue) {
    if (overdueStep < 0) {
      return Stage.NONE;
    }
    return overdueStep == overdue - 1
        ? Stage.FINAL
        : overdueStep == 0 ? Stage.REMINDER_1 : Stage.REMINDER_2;
  }

  private static ReminderPolicy policy(List<Step> steps, int quietDays) {
    return new ReminderPolicy(
        Facts.idOf("policy"),
        Facts.idOf("tenant"),
        "Random",
        true,
        true,
        new ReminderPolicy.Steps(steps),
        3,
        10,
        null,
        null,
        1,
        3,
        true,
        14,
        quietDays,
        CatchUp.LATEST,
        null,
        null,
        0);
  }

  @Provide
  Arbitrary<Customer> customers() {
    var bill =
        Combinators.combine(
                Arbitraries.integers().between(0, 30),
                Arbitraries.integers().between(-8, 30),
                Arbitraries.integers().between(0, 23),
                policies())
            .as(Bill::new);
    var caps =
        Arbitraries.frequency(
            Tuple.of(3, new Caps(1, 3)),
            Tuple.of(1, new Caps(2, 3)),
            Tuple.of(1, new Caps(1, 1)),
            Tuple.of(1, new Caps(3, 5)));
    var routes =
        Arbitraries.subsetOf(Channel.class.getEnumConstants()).ofMinSize(1).map(List::copyOf);
    return Combinators.combine(
            hours(),
            caps,
            Arbitraries.of(true, true, false),
            routes,
            Arbitraries.integers().between(0, 364),
            bill.list().ofMinSize(1).ofMaxSize(6))
        .as(
            (hours, cap, together, ways, day, bills) ->
                customer(
                    hours, cap, together, ways, LocalDate.ofYearDay(2026, 1).plusDays(day), bills));
  }

  private static Customer customer(
      Hours hours,
      Caps caps,
      boolean together,
      List<Channel> routes,
      LocalDate first,
      List<Bill> bills) {
    var invoices =
        IntStream.range(0, bills.size())
            .mapToObj(i -> open("INV-%03d".formatted(i), bills.get(i), first, hours.zone()))
            .toList();
    return new Customer(
        Facts.idOf("customer"),
        hours,
        caps.perDay(),
        caps.perWeek(),
        together,
        CatchUp.LATEST,
        List.of(),
        routes,
        invoices);
  }

  private static Open open(String number, Bill bill, LocalDate first, ZoneId zone) {
    var due = first.plusDays(bill.due());
    var sentAt =
        due.minusDays(bill.sentBefore()).atTime(bill.sentHour(), 7).atZone(zone).toInstant();
    return new Open(
        Facts.idOf(number),
        number,
        due,
        sentAt,
        sentAt,
        null,
        1,
        Stage.NONE,
        bill.policy(),
        List.of(),
        Map.of());
  }

  /** When the last invoice was sent: from then on everything is known. */
  private static Instant allSent(Customer customer) {
    return customer.invoices().stream().map(Open::sentAt).max(Instant::compareTo).orElseThrow();
  }

  // --- undisturbed

  @Property(tries = 400)
  void whatIsPlannedAtFirstIsWhatHappens(@ForAll("customers") Customer customer) {
    var start = allSent(customer);
    var rehearsal = new Rehearsal(customer, start);
    var first = rehearsal.plan();

    rehearsal.runUntil(start.plus(DAYS, ChronoUnit.DAYS), TURNS);

    assertThat(rehearsal.sent()).as(PlanText.of(first, customer)).isEqualTo(foretold(first));
  }

  private static List<Sent> foretold(Plan plan) {
    return scheduled(plan)
        .map(
            row ->
                new Sent(
                    row.message(), row.invoiceId(), row.step().key(), row.channel(), row.sendAt()))
        .toList();
  }

  private static Stream<Planned> scheduled(Plan plan) {
    return plan.reminders().stream().filter(row -> row.status() == ReminderStatus.SCHEDULED);
  }

  @Property(tries = 300)
  void thinkingAgainWhileNothingHappensChangesNothing(
      @ForAll("customers") Customer customer, @ForAll Random random) {
    var rehearsal = new Rehearsal(customer, allSent(customer));
    for (int turn = 0; turn < 40; turn++) {
      var plan = rehearsal.plan();
      if (rehearsal.act(plan, ReminderStatus.SENT)) {
        continue;
      }
      if (plan.nextAt().isEmpty()) {
        return;
      }
      var next = plan.nextAt().get();
      for (int again = 0; again < 3; again++) {
        var moment = between(rehearsal.now(), next, random);
        rehearsal.wakeUpAt(moment);
        areEqual(rehearsal.plan(), withoutSettled(plan, moment), customer);
      }
      rehearsal.wakeUpAt(next);
    }
  }

  private static Instant between(Instant from, Instant to, Random random) {
    return from.plusSeconds((long) (random.nextDouble() * Duration.between(from, to).toSeconds()));
  }

  /** A skip whose slot has passed is history, no longer plan. */
  private static Plan withoutSettled(Plan plan, Instant moment) {
    return new Plan(
        plan.reminders().stream()
            .filter(
                row ->
                    row.status() != ReminderStatus.SKIPPED
                        || (row.skipReason() != SkipReason.MISSED && row.sendAt().isAfter(moment)))
            .toList(),
        plan.collections(),
        plan.holdsEnd());
  }

  @Property(tries = 300)
  void theOrderOfTheFactsDoesNotMatter(
      @ForAll("customers") Customer customer, @ForAll Random random) {
    var now = allSent(customer);

    var shuffled =
        Rehearsal.owing(shuffled(customer.invoices(), random))
            .andThen(
                Rehearsal.with(
                    open ->
                        new Open(
                            open.id(),
                            open.number(),
                            open.dueOn(),
                            open.sentAt(),
                            open.lastMessageAt(),
                            open.finalSentAt(),
                            open.cycle(),
                            open.stage(),
                            policy(
                                shuffled(open.policy().steps().list(), random),
                                open.policy().quietDaysAfterSend()),
                            open.holds(),
                            open.decided())))
            .apply(customer);

    areEqual(Planner.plan(shuffled, now), Planner.plan(customer, now), customer);
  }

  /** First as text, which a person can compare. */
  private static void areEqual(Plan one, Plan other, Customer customer) {
    assertThat(PlanText.of(one, customer)).isEqualTo(PlanText.of(other, customer));
    assertThat(one).isEqualTo(other);
  }

  private static <T> List<T> shuffled(List<T> list, Random random) {
    var copy = new ArrayList<>(list);
    Collections.shuffle(copy, random);
    return copy;
  }

  // --- whatever happens

  @Property(tries = 400)
  void everyPlanKeepsTheRulesWhateverHappens(
      @ForAll("customers") Customer customer, @ForAll Random random) {
    var unsent = new ArrayList<>(customer.invoices());
    unsent.sort(Comparator.comparing(Open::sentAt));
    var start = unsent.getFirst().sentAt();
    var rehearsal = new Rehearsal(Rehearsal.owing(List.of()).apply(customer), start);
    var out = new ArrayList<Sent>();
    var counted = new ArrayList<Sent>();
    for (int turn = 0; turn < 120; turn++) {
      while (!unsent.isEmpty() && !unsent.getFirst().sentAt().isAfter(rehearsal.now())) {
        var open = unsent.removeFirst();
        rehearsal.change(known -> Rehearsal.owing(with(known.invoices(), open)).apply(known));
      }
      something(rehearsal, random);
      int before = rehearsal.sent().size();
      var facts = rehearsal.customer();

      var plan = rehearsal.plan();

      try {
        keepsTheRules(plan, facts, rehearsal.now());
      } catch (AssertionError e) {
        throw new AssertionError(
            "%s%n%s%n%s".formatted(rehearsal.now(), PlanText.of(plan, facts), facts.invoices()), e);
      }
      areEqual(rehearsal.plan(), withoutSettled(plan, rehearsal.now()), facts);
      var outcome = outcome(random);
      if (!rehearsal.act(plan, outcome)) {
        rehearsal.wakeUpAt(later(plan, unsent, rehearsal.now(), random));
      }
      var left = rehearsal.sent().subList(before, rehearsal.sent().size());
      assertThat(left).allMatch(sent -> facts.hours().areOpenAt(sent.at()));
      left.forEach(sent -> assertThat(out).noneMatch(earlier -> same(earlier, sent)));
      left.forEach(sent -> assertThat(isLatestYet(sent, out, facts)).isTrue());
      out.addAll(left);
      if (outcome.isOut()) {
        counted.addAll(left);
      }
    }
    staysBelowTheCaps(counted, customer);
  }

  private static List<Open> with(List<Open> invoices, Open open) {
    return Stream.concat(invoices.stream(), Stream.of(open)).toList();
  }

  private static boolean same(Sent one, Sent other) {
    return one.invoice().equals(other.invoice()) && one.step().equals(other.step());
  }

  private static boolean isLatestYet(Sent sent, List<Sent> earlier, Customer facts) {
    var open = invoice(facts, sent.invoice());
    return earlier.stream()
        .filter(one -> one.invoice().equals(sent.invoice()))
        .allMatch(one -> offset(open, one.step()) < offset(open, sent.step()));
  }

  private static Open invoice(Customer facts, UUID id) {
    return facts.invoices().stream().filter(open -> open.id().equals(id)).findFirst().orElseThrow();
  }

  private static int offset(Open open, String key) {
    return open.policy().steps().list().stream()
        .filter(step -> step.key().equals(key))
        .mapToInt(Step::offsetDays)
        .findFirst()
        .orElseThrow();
  }

  /** A message may fail; one whose outcome nobody knows counts as sent for the caps. */
  private static ReminderStatus outcome(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> ReminderStatus.UNKNOWN;
      case 1 -> ReminderStatus.FAILED;
      default -> ReminderStatus.SENT;
    };
  }

  /** Payments, pauses, disputes, what ends them, a message by hand. */
  private static void something(Rehearsal rehearsal, Random random) {
    var invoices = rehearsal.customer().invoices();
    if (invoices.isEmpty()) {
      return;
    }
    var id = invoices.get(random.nextInt(invoices.size())).id();
    var until = rehearsal.now().plus(random.nextInt(20 * 24), ChronoUnit.HOURS);
    switch (random.nextInt(30)) {
      case 0 ->
          rehearsal.change(
              Rehearsal.owing(invoices.stream().filter(open -> !open.id().equals(id)).toList()));
      case 1 -> hold(rehearsal, id, new Hold(Hold.Cause.PAUSED, until));
      case 2 -> hold(rehearsal, id, new Hold(Hold.Cause.PAUSED, null));
      case 3 -> hold(rehearsal, id, new Hold(Hold.Cause.DISPUTED, null));
      case 4, 5, 6 ->
          rehearsal.change(
              Rehearsal.with(
                  open -> open.id().equals(id) ? Rehearsal.held(open, List.of()) : open));
      default -> {}
    }
  }

  private static void hold(Rehearsal rehearsal, UUID id, Hold hold) {
    rehearsal.change(
        Rehearsal.with(
            open ->
                open.id().equals(id)
                    ? Rehearsal.held(
                        open, Stream.concat(open.holds().stream(), Stream.of(hold)).toList())
                    : open));
  }

  /** In time, too late, or before anything is due. */
  private static Instant later(Plan plan, List<Open> unsent, Instant now, Random random) {
    var next =
        Stream.concat(plan.nextAt().stream(), unsent.stream().limit(1).map(Open::sentAt))
            .min(Instant::compareTo)
            .orElse(now.plus(1, ChronoUnit.DAYS));
    return switch (random.nextInt(6)) {
      case 0 -> between(now, next, random);
      case 1 -> next.plusSeconds(random.nextInt(12 * 3600));
      case 2 -> next.plusSeconds(random.nextInt(9 * 24 * 3600));
      default -> next.isBefore(now) ? now : next;
    };
  }

  private static void keepsTheRules(Plan plan, Customer facts, Instant now) {
    holdsEveryOpenStepOnce(plan, facts, now);
    var hours = facts.hours();
    var lastDay = new HashMap<UUID, LocalDate>();
    var lastOffset = new HashMap<UUID, Integer>();
    facts.invoices().forEach(open -> lastDay.put(open.id(), hours.dayOf(open.lastMessageAt())));
    for (var row : scheduled(plan).toList()) {
      var open = invoice(facts, row.invoiceId());
      var day = hours.dayOf(row.sendAt());
      assertThat(hours.areOpenAt(row.sendAt())).isTrue();
      assertThat(row.sendAt()).isEqualTo(hours.slotOn(day));
      assertThat(row.sendAt().isBefore(now) && !hours.areOpenAt(now)).isFalse();
      assertThat(row.step().isPreDue() && day.isAfter(open.dueOn())).isFalse();
      assertThat(open.holds()).noneMatch(hold -> hold.holds(row.sendAt()));
      assertThat(facts.routes()).contains(row.channel());
      assertThat(day)
          .isAfterOrEqualTo(
              lastDay
                  .getOrDefault(open.id(), LocalDate.MIN)
                  .plusDays(open.policy().quietDaysAfterSend()));
      assertThat(lastOffset.getOrDefault(open.id(), Integer.MIN_VALUE))
          .isLessThan(row.step().offsetDays());
      lastDay.put(open.id(), day);
      lastOffset.put(open.id(), row.step().offsetDays());
    }
    var messages = scheduled(plan).collect(groupingBy(Planned::message));
    messages.values().forEach(rows -> isOneMessage(rows, facts));
    staysBelowTheCaps(
        facts.messages(),
        messages.values().stream().map(rows -> rows.getFirst().sendAt()).toList(),
        facts);
  }

  private static void holdsEveryOpenStepOnce(Plan plan, Customer facts, Instant now) {
    var expected =
        facts.invoices().stream()
            .filter(open -> open.stage() != Stage.COLLECTIONS)
            .flatMap(
                open ->
                    open.policy().steps().list().stream()
                        .filter(
                            step -> {
                              var decided = open.decided().get(step.key());
                              return decided == null || !decided.isSettled(now);
                            })
                        .map(step -> open.number() + step.key()))
            .toList();
    assertThat(
            plan.reminders().stream()
                .map(row -> invoice(facts, row.invoiceId()).number() + row.step().key()))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(plan.reminders()).allMatch(row -> !row.reasons().isEmpty());
  }

  private static void isOneMessage(List<Planned> rows, Customer facts) {
    assertThat(rows.stream().map(Planned::channel).distinct()).hasSize(1);
    assertThat(rows.stream().map(Planned::sendAt).distinct()).hasSize(1);
    assertThat(rows.stream().map(row -> row.step().isPreDue()).distinct()).hasSize(1);
    assertThat(rows.stream().map(Planned::invoiceId).distinct()).hasSameSizeAs(rows);
    assertThat(rows.size() > 1 && !facts.consolidate()).isFalse();
  }

  /** Every planned message with those that left before it and those planned before it. */
  private static void staysBelowTheCaps(List<Instant> left, List<Instant> planned, Customer facts) {
    var hours = facts.hours();
    var all = new ArrayList<>(left.stream().map(hours::dayOf).toList());
    for (var moment : planned.stream().sorted().toList()) {
      var day = hours.dayOf(moment);
      all.add(day);
      assertThat(all.stream().filter(day::equals).count()).isLessThanOrEqualTo(facts.capPerDay());
      assertThat(
              all.stream()
                  .filter(one -> !one.isAfter(day) && one.isAfter(day.minusDays(7)))
                  .count())
          .isLessThanOrEqualTo(facts.capPerWeek());
    }
  }

  private static void staysBelowTheCaps(List<Sent> out, Customer facts) {
    var moments =
        out.stream().collect(toMap(Sent::message, Sent::at, (one, other) -> one)).values();
    staysBelowTheCaps(List.of(), List.copyOf(moments), facts);
  }
}
