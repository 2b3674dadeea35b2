package com.duespark.sandbox.rig;

import com.duespark.sandbox.log.Json;
import com.duespark.sandbox.rig.Killer.Kill;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a person reads in the end, and a machine.
 *
 * @param paid how many invoices were paid around the moment of a reminder
 * @param recovery from each kill until the system did again what it is for; null when it never did
 * @param deaths how often a process ended without being killed
 * @param askedAgain how often a clock stood still for 45 s on its way and was asked again
 * @param drain from the last kill until nothing was left to do; null when it did not come to rest
 */
record Report(
    RigSettings settings,
    Verdict verdict,
    int paid,
    Map<Kill, @Nullable Duration> recovery,
    Map<String, Integer> deaths,
    int askedAgain,
    Duration load,
    Duration kills,
    @Nullable Duration drain) {

  private static final int CASES = 10;
  private static final int SHOWN_KILLS = 40;

  /** 0 nothing wrong, 1 damage, 2 the rig saw nothing although a guard was off, or no end. */
  int exitCode() {
    if (drain == null) {
      return 2;
    }
    Damage wanted = settings.sabotage().damage();
    if (wanted != null && verdict.count(wanted) == 0) {
      return 2;
    }
    return verdict.isClean() ? 0 : 1;
  }

  String text() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%,d invoices of %d businesses, 3 steps each; %d paid around the second of a reminder; seed %d"
            .formatted(settings.invoices(), settings.businesses(), paid, settings.seed()));
    lines.add(
        "load %s, kills for %s, then %s"
            .formatted(
                words(load),
                words(kills),
                drain == null ? "no end of it" : "drained in " + words(drain)));
    lines.add("");
    figures().forEach((name, value) -> lines.add("%-42s %s".formatted(name, value)));
    if (!deaths.isEmpty()) {
      lines.add("%-42s %s".formatted("ended without being killed", deaths));
    }
    if (askedAgain > 0) {
      lines.add("%-42s %d".formatted("clocks asked again to move", askedAgain));
    }
    verdict
        .damage()
        .forEach(
            (kind, cases) -> {
              if (!cases.isEmpty()) {
                lines.add("");
                lines.add(cases.size() + " " + kind.words() + ":");
                cases.stream().limit(CASES).forEach(one -> lines.add("  " + one));
              }
            });
    if (recovery.size() <= SHOWN_KILLS) {
      lines.add("");
      recovery.forEach(
          (kill, time) ->
              lines.add(
                  "kill -9 %-9s recovered in %s"
                      .formatted(kill.program(), time == null ? "never" : words(time))));
    }
    verdict.unknown().stream().limit(CASES).forEach(one -> lines.add("unknown: " + one));
    lines.add("");
    lines.add(conclusion());
    return String.join("\n", lines);
  }

  private Map<String, String> figures() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("accepted messages", "%,d".formatted(verdict.accepted()));
    all.put("accepted reminders, by invoice", "%,d".formatted(verdict.reminded()));
    all.put("doubled", Integer.toString(verdict.doubled()));
    for (Damage kind : Damage.values()) {
      all.put(kind.words(), Integer.toString(verdict.count(kind)));
    }
    all.put("unknown", Integer.toString(verdict.unknown().size()));
    all.put("lateness p50", words(Verdict.percentile(verdict.lateness(), 50)));
    all.put("lateness p99", words(Verdict.percentile(verdict.lateness(), 99)));
    byProgram()
        .forEach(
            (program, times) ->
                all.put(
                    "kills of " + program + ", recovery p50, longest",
                    "%d, %s, %s"
                        .formatted(
                            times.size(),
                            words(Verdict.percentile(times, 50)),
                            words(Verdict.percentile(times, 100)))));
    return all;
  }

  private Map<String, List<Duration>> byProgram() {
    Map<String, List<Duration>> times = new TreeMap<>();
    recovery.forEach(
        (kill, time) ->
            times
                .computeIfAbsent(kill.program(), program -> new ArrayList<>())
                .add(time == null ? Duration.ofDays(1) : time));
    times.values().forEach(list -> list.sort(Duration::compareTo));
    return times;
  }

  private String conclusion() {
    Damage wanted = settings.sabotage().damage();
    if (drain == null) {
      return "The system did not come to rest.";
    }
    if (wanted == null) {
      return verdict.isClean() ? "Nothing doubled, nothing missing." : "There is damage.";
    }
    return "The guard \"%s\" is off: %s."
        .formatted(
            settings.sabotage().word(),
            verdict.count(wanted) == 0
                ? "nothing was noticed, the rig is blind"
                : "%d × %s".formatted(verdict.count(wanted), wanted.words()));
  }

  JsonObject json() {
    JsonObject damage = new JsonObject();
    verdict.damage().forEach((kind, cases) -> damage.addProperty(name(kind), cases.size()));
    return Json.object(
        "invoices", settings.invoices(),
        "businesses", settings.businesses(),
        "seed", settings.seed(),
        "sabotage", settings.sabotage().word(),
        "paid", paid,
        "accepted", verdict.accepted(),
        "reminded", verdict.reminded(),
        "doubled", verdict.doubled(),
        "damage", damage,
        "unknown", verdict.unknown().size(),
        "lateness_p50_ms", Verdict.percentile(verdict.lateness(), 50).toMillis(),
        "lateness_p99_ms", Verdict.percentile(verdict.lateness(), 99).toMillis(),
        "clocks_asked_again", askedAgain,
        "load_seconds", load.toSeconds(),
        "kills_seconds", kills.toSeconds(),
        "drain_seconds", drain == null ? null : drain.toSeconds(),
        "kills",
            Json.array(
                recovery.entrySet().stream()
                    .map(
                        kill ->
                            Json.object(
                                "program", kill.getKey().program(),
                                "at", kill.getKey().at().toString(),
                                "recovery_ms",
                                    kill.getValue() == null ? null : kill.getValue().toMillis()))
                    .toList()),
        "cases",
            verdict.damage().values().stream().flatMap(List::stream).collect(Collectors.toList()));
  }

  private static String name(Damage kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static String words(Duration time) {
    return time.toHours() > 12
        ? "never"
        : time.toMinutes() > 2
            ? "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart())
            : "%.1f s".formatted(time.toMillis() / 1000.0);
  }
}
