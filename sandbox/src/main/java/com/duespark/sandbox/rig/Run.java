package com.duespark.sandbox.rig;

import com.duespark.sandbox.rig.Evidence.Debt;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One run of the rig, from an empty directory to the verdict. */
final class Run {
  private static final int LOADING = 16;
  private static final int PAYING = 200;
  private static final Duration MOST_LOAD = Duration.ofHours(1);
  private static final Duration LOOK = Duration.ofMillis(500);

  private final RigSettings settings;
  private final Path data;

  Run(RigSettings settings, Path data) {
    this.settings = settings;
    this.data = data;
  }

  Report go() throws Exception {
    try (Installation installation = new Installation(settings, data)) {
      Thread stop = new Thread(installation::close);
      Runtime.getRuntime().addShutdownHook(stop);
      say("Starting; logs and data: " + data);
      installation.start();
      Report report = go(installation);
      Runtime.getRuntime().removeShutdownHook(stop);
      return report;
    }
  }

  private Report go(Installation installation) throws Exception {
    Instant begun = Instant.now();
    installation.weather().storm();
    List<Business> businesses = load(installation);
    Duration load = Duration.between(begun, Instant.now());
    say("%,d invoices are open after %d s.".formatted(settings.invoices(), load.toSeconds()));

    Killer killer = new Killer(installation.programs(), settings.seed());
    try (Prober prober = new Prober(installation);
        Crowd journeys = new Crowd(businesses.size());
        Crowd payments = new Crowd(PAYING)) {
      List<Journey> all = new ArrayList<>();
      Instant start = Instant.now();
      for (Business business : businesses) {
        Journey journey = new Journey(business, new Payer(installation), settings.seed(), payments);
        all.add(journey);
        journeys.go(() -> journey.walk(start, settings.kills()));
      }
      killer.rage(settings.kills());
      Instant calm = Instant.now();
      say("%d kills; draining.".formatted(killer.kills().size()));
      boolean arrived = journeys.await(patience()) && payments.await(patience());
      installation.weather().calm();
      installation.awaitReady();
      int paid = all.stream().mapToInt(Journey::paid).sum();
      prober.end(killer.kills());
      Set<String> tenants = tenants(businesses, prober);
      boolean rested = arrived && awaitRest(installation, tenants, paid, calm);
      Duration drain = rested ? Duration.between(calm, Instant.now()) : null;
      List<Debt> debts = new ArrayList<>(prober.debts());
      for (Business business : businesses) {
        debts.addAll(business.debts());
      }
      Verdict verdict = Judge.judge(evidence(installation, tenants, debts));
      return new Report(
          settings,
          verdict,
          paid,
          recovery(killer, prober),
          deaths(installation),
          businesses.stream().mapToInt(Business::askedAgain).sum(),
          load,
          settings.kills(),
          drain);
    }
  }

  /** A run without an end is one, too. */
  private Duration patience() {
    return Duration.ofMinutes(10).plusSeconds(settings.invoices());
  }

  private List<Business> load(Installation installation) throws Exception {
    LocalDate monday =
        LocalDate.now(ZoneOffset.UTC).plusDays(7).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    List<Business> businesses = new ArrayList<>();
    for (int i = 0; i < settings.businesses(); i++) {
      businesses.add(Business.founded(installation, i, monday));
    }
    try (Crowd crowd = new Crowd(LOADING)) {
      int left = settings.invoices();
      for (int i = 0; i < businesses.size(); i++) {
        int share = left / (businesses.size() - i);
        businesses.get(i).fill(share, crowd);
        left -= share;
      }
      if (!crowd.await(MOST_LOAD)) {
        throw new IllegalStateException("The invoices are not open after an hour");
      }
    }
    return businesses;
  }

  private boolean awaitRest(Installation installation, Set<String> tenants, int paid, Instant since)
      throws Exception {
    Rows rows = new Rows(installation.database());
    while (Duration.between(since, Instant.now()).compareTo(patience().multipliedBy(2)) < 0) {
      if (rows.unfinished(tenants) == 0 && rows.payments(tenants).size() >= paid) {
        return true;
      }
      Thread.sleep(LOOK);
    }
    return false;
  }

  private static Evidence evidence(Installation installation, Set<String> tenants, List<Debt> debts)
      throws Exception {
    Rows rows = new Rows(installation.database());
    return new Evidence(
        debts,
        AcceptedMails.in(installation.acceptedLog(), tenants),
        rows.ledger(tenants),
        rows.payments(tenants),
        rows.clocks(tenants));
  }

  private static Set<String> tenants(List<Business> businesses, Prober prober) {
    return Stream.concat(
            Stream.of(prober.tenant()),
            businesses.stream().map(business -> business.merchant().tenant()))
        .collect(Collectors.toSet());
  }

  private static Map<Killer.Kill, @Nullable Duration> recovery(Killer killer, Prober prober) {
    Map<Killer.Kill, @Nullable Duration> recovery = new LinkedHashMap<>();
    killer.kills().forEach(kill -> recovery.put(kill, prober.recovery(kill).orElse(null)));
    return recovery;
  }

  private static Map<String, Integer> deaths(Installation installation) {
    Map<String, Integer> deaths = new TreeMap<>();
    for (Program program : installation.programs()) {
      if (program.deaths() > 0) {
        deaths.put(program.name(), program.deaths());
      }
    }
    return deaths;
  }

  private static void say(String words) {
    System.out.println(
        LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + " " + words);
  }
}
