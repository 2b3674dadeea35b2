package com.duespark.domain.reminders;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.reminders.Customer.Open;
import com.duespark.domain.reminders.PaymentHistory.Paid;
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
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for every customer, whatever they owe and whatever happens. */
class PlanPropertiesTest {

  /** For more: 20,000 of them take ten minutes. */
  private static final int TRIES = 600;

  /** The same customers in every build; without it others each time. */
  private static final String SEED = "8243803334793890806";

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

  private record Manner(
      CatchUp catchUp, boolean together, List<Payment> own, List<Payment> others) {}

  /** So many days before the first invoice, so late, at an hour. */
  private record Payment(int before, int late, int hour, boolean reported) {}

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
            manners(),
            routes,
            Arbitraries.integers().between(0, 364),
            bill.list().ofMinSize(1).ofMaxSize(6))
        .as(
            (hours, cap, manner, ways, day, bills) ->
                customer(
                    hours, cap, manner, ways, LocalDate.ofYearDay(2026, 1).plusDays(day), bills));
  }

  private static Arbitrary<Manner> manners() {
    var payment =
        Combinators.combine(
                Arbitraries.frequencyOf(
                    Tuple.of(3, Arbitraries.integers().between(1, 60)),
                    Tuple.of(1, Arbitraries.integers().between(300, 370))),
                Arbitraries.integers().between(-4, 12),
                Arbitraries.integers().between(0, 23),
                Arbitraries.of(true, true, false))
            .as(Payment::new);
    return Combinators.combine(
            Arbitraries.of(CatchUp.class),
            Arbitraries.of(true, true, false),
            payment.list().ofMaxSize(8),
            payment.list().ofMaxSize(15))
        .as(Manner::new);
  }

  private static Customer customer(
      Hours hours,
      Caps caps,
      Manner manner,
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
        true,
        new PaymentHistory(paid(manner.own(), first), paid(manner.others(), first)),
        caps.perDay(),
        caps.perWeek(),
        manner.together(),
        manner.catchUp(),
        List.of(),
        routes,
        invoices);
  }

  private static List<Paid> paid(List<Payment> payments, LocalDate first) {
    return payments.stream()
        .map(
            one -> {
              var day = first.minusDays(one.before());
              return new Paid(
                  day.minusDays(one.late()), day.atTime(one.hour(), 30), one.reported());
            })
        .toList();
  }

  private static Open open(String number, Bill bill, LocalDate first, ZoneId zone) {
    var due = first.plusDays(bill.due());
    var sentAt =
        due.minusDays(bill.sentBefore()).atTime(bill.sentHour(), 7).atZone(zone).toInstant();
    return Open.sent(Facts.idOf(number), number, due, sentAt, bill.policy());
  }

  /** When the last invoice was sent: from then on everything is known. */
  private static Instant allSent(Customer customer) {
    return customer.invoices().stream().map(Open::sentAt).max(Instant::compareTo).orElseThrow();
  }

  // --- undisturbed

  @Property(tries = TRIES, seed = SEED, edgeCases = EdgeCasesMode.NONE)
  void whatIsPlannedAtFirstIsWhatHappens(@ForAll("customers") Customer customer) {
    happensAsPlanned(new Rehearsal(customer, allSent(customer)));
  }

  private static void happensAsPlanned(Rehearsal rehearsal) {
    int sentBefore = rehearsal.sent().size();
    int messagesBefore = rehearsal.messages();
    var start = rehearsal.now();
    var plan = rehearsal.plan();

    rehearsal.runUntil(start.plus(DAYS, ChronoUnit.DAYS), TURNS);

    assertThat(rehearsal.sent().stream().skip(sentBefore).map(PlanPropertiesTest::left).toList())
        .as(PlanText.of(plan, rehearsal.customer()))
        .isEqualTo(
            scheduled(plan)
                .map(
                    row ->
                        left(
                            new Sent(
                                messagesBefore + row.message(),
                                row,
                                row.sendAt().isBefore(start) ? start : row.sendAt())))
                .toList());
  }

  private static String left(Sent sent) {
    return "%d %s %s %s %s"
        .formatted(sent.message(), sent.invoice(), sent.step().key(), sent.channel(), sent.at());
  }

  private static Stream<Planned> scheduled(Plan plan) {
    return plan.reminders().stream().filter(row -> row.status() == ReminderStatus.SCHEDULED);
  }

  @Property(tries = TRIES, seed = SEED, edgeCases = EdgeCasesMode.NONE)
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
    var left = new ArrayList<>(plan.reminders());
    left.removeAll(plan.settled(moment));
    return new Plan(left, plan.collections(), plan.holdsEnd());
  }

  @Property(tries = TRIES, seed = SEED, edgeCases = EdgeCasesMode.NONE)
  void theOrderOfTheFactsDoesNotMatter(
      @ForAll("customers") Customer customer, @ForAll Random random) {
    var now = allSent(customer);

    var shuffled =
        customer.withInvoices(
            shuffled(customer.invoices(), random).stream()
                .map(
                    open ->
                        open.withPolicy(
                            policy(
                                shuffled(open.policy().steps().list(), random),
                                open.policy().quietDaysAfterSend())))
                .toList());

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

  @Property(tries = TRIES, seed = SEED, edgeCases = EdgeCasesMode.NONE)
  void everyPlanKeepsTheRulesWhateverHappens(
      @ForAll("customers") Customer customer,
      @ForAll("customers") Customer other,
      @ForAll Random random) {
    var unsent = new ArrayList<>(customer.invoices());
    unsent.sort(Comparator.comparing(Open::sentAt));
    var rehearsal = new Rehearsal(customer.withInvoices(List.of()), unsent.getFirst().sentAt());
    int turns = random.nextInt(5, 100);
    for (int turn = 0; turn < turns; turn++) {
      while (!unsent.isEmpty() && !unsent.getFirst().sentAt().isAfter(rehearsal.now())) {
        var open = unsent.removeFirst();
        rehearsal.change(known -> known.withInvoices(with(known.invoices(), open)));
      }
      something(rehearsal, other, random);
      var facts = rehearsal.customer();

      var plan = rehearsal.plan();

      keepsTheRules(plan, facts, rehearsal.now());
      areEqual(rehearsal.plan(), withoutSettled(plan, rehearsal.now()), facts);
      var due = plan.due(rehearsal.now());
      if (!due.isEmpty()) {
        assertThat(facts.hours().areOpenAt(rehearsal.now())).isTrue();
        due.forEach(row -> goesForward(row, rehearsal));
        rehearsal.claim(due);
        keepsTheRules(
            Planner.plan(rehearsal.customer(), rehearsal.now()),
            rehearsal.customer(),
            rehearsal.now());
        rehearsal.settle(due, outcome(random));
      } else if (!rehearsal.act(plan, ReminderStatus.SENT)) {
        rehearsal.wakeUpAt(later(plan, unsent, rehearsal.now(), random));
      }
    }
    rehearsal
        .customer()
        .invoices()
        .forEach(
            open ->
                rehearsal.change(
                    open.id(),
                    known -> known.withHolds(List.of()).withPromise(null).withPayingSince(null)));
    decideEverything(rehearsal);
    happensAsPlanned(rehearsal);
  }

  /** No step twice, no stage after a later one. */
  private static void goesForward(Planned row, Rehearsal rehearsal) {
    assertThat(rehearsal.sent())
        .noneMatch(
            earlier ->
                earlier.invoice().equals(row.invoiceId())
                    && earlier.step().key().equals(row.step().key()));
    var reached = invoice(rehearsal.customer(), row.invoiceId()).stage();
    assertThat(row.step().stage() != Stage.NONE && reached.isAfter(row.step().stage())).isFalse();
  }

  private static List<Open> with(List<Open> invoices, Open open) {
    return Stream.concat(invoices.stream(), Stream.of(open)).toList();
  }

  private static Open invoice(Customer facts, UUID id) {
    return facts.invoices().stream().filter(open -> open.id().equals(id)).findFirst().orElseThrow();
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
  private static void something(Rehearsal rehearsal, Customer other, Random random) {
    var invoices = rehearsal.customer().invoices();
    if (invoices.isEmpty()) {
      return;
    }
    var id = invoices.get(random.nextInt(invoices.size())).id();
    var until = rehearsal.now().plus(random.nextInt(20 * 24), ChronoUnit.HOURS);
    switch (random.nextInt(40)) {
      case 0 ->
          rehearsal.change(
              known ->
                  known.withInvoices(
                      invoices.stream().filter(open -> !open.id().equals(id)).toList()));
      case 1 -> hold(rehearsal, id, new Hold(Hold.Cause.PAUSED, until));
      case 2 -> hold(rehearsal, id, new Hold(Hold.Cause.PAUSED, null));
      case 3 -> hold(rehearsal, id, new Hold(Hold.Cause.DISPUTED, null));
      case 4, 5, 6, 7 -> rehearsal.change(id, open -> open.withHolds(List.of()));
      case 8 -> {
        rehearsal.wrote(rehearsal.now());
        rehearsal.change(id, open -> open.wroteAbout(rehearsal.now()));
      }
      case 9 -> rehearsal.change(known -> known.withHours(other.hours()));
      case 10 -> {
        var policy = other.invoices().getFirst().policy();
        rehearsal.change(id, open -> open.withPolicy(policy));
      }
      case 11, 12 -> {
        var promise = new Promise(day(rehearsal, random.nextInt(12)), rehearsal.now(), false);
        rehearsal.change(id, open -> open.withPromise(promise));
      }
      case 13 -> rehearsal.change(id, open -> open.withPayingSince(rehearsal.now()));
      case 14 -> rehearsal.change(id, open -> open.withPromise(null).withPayingSince(null));
      case 15, 16, 17 -> choose(rehearsal, id, random);
      default -> {}
    }
  }

  private static LocalDate day(Rehearsal rehearsal, int ahead) {
    return rehearsal.customer().hours().dayOf(rehearsal.now()).plusDays(ahead);
  }

  /** A person moves a step, says how it speaks, or whether it goes. */
  private static void choose(Rehearsal rehearsal, UUID id, Random random) {
    var choice =
        new Choice(
            random.nextBoolean() ? day(rehearsal, random.nextInt(15)) : null,
            random.nextBoolean() ? Tone.FIRM : null,
            random.nextInt(3) == 0
                ? Choice.Answer.class.getEnumConstants()[random.nextInt(2)]
                : null);
    rehearsal.change(
        id,
        open -> {
          var chosen = new HashMap<>(open.decided());
          chosen.entrySet().stream()
              .filter(entry -> entry.getValue().status().isOpen())
              .sorted(Map.Entry.comparingByKey())
              .findFirst()
              .ifPresent(entry -> chosen.put(entry.getKey(), entry.getValue().withChoice(choice)));
          return open.withDecided(chosen);
        });
  }

  /** Nobody is asked any more: what would end by itself in 7 days is part of no first plan. */
  private static void decideEverything(Rehearsal rehearsal) {
    var skip = new Choice(null, null, Choice.Answer.SKIP);
    rehearsal
        .customer()
        .invoices()
        .forEach(
            open ->
                rehearsal.change(
                    open.id(),
                    known -> {
                      var decided = new HashMap<>(known.decided());
                      decided.replaceAll(
                          (key, what) -> what.askedAt() == null ? what : what.withChoice(skip));
                      return known.withDecided(decided);
                    }));
  }

  private static void hold(Rehearsal rehearsal, UUID id, Hold hold) {
    rehearsal.change(
        id, open -> open.withHolds(Stream.concat(open.holds().stream(), Stream.of(hold)).toList()));
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
    var slots = new Slots(facts);
    var lastDay = new HashMap<UUID, LocalDate>();
    var lastOffset = new HashMap<UUID, Integer>();
    for (var open : facts.invoices()) {
      lastDay.put(open.id(), hours.dayOf(open.lastMessageAt()));
      lastOffset.put(open.id(), lastOut(open));
    }
    for (var row : scheduled(plan).toList()) {
      var open = invoice(facts, row.invoiceId());
      var day = hours.dayOf(row.sendAt());
      assertThat(hours.areOpenAt(row.sendAt())).isTrue();
      assertThat(row.sendAt()).isEqualTo(slots.on(day));
      assertThat(row.sendAt().isBefore(now) && !hours.areOpenAt(now)).isFalse();
      assertThat(row.step().isPreDue() && day.isAfter(open.dueOn())).isFalse();
      assertThat(new Holds(hours, now).at(open, row.sendAt())).isEmpty();
      assertThat(open.decided().get(row.step().key()))
          .matches(what -> what == null || what.choice().answer() != Choice.Answer.SKIP);
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

  private static int lastOut(Open open) {
    return open.policy().steps().list().stream()
        .filter(
            step -> {
              var decided = open.decided().get(step.key());
              return decided != null && decided.status().isOut();
            })
        .mapToInt(Step::offsetDays)
        .max()
        .orElse(Integer.MIN_VALUE);
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
}
