package com.duespark.worker.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A table under way: what was measured, and what we want it to be. */
final class Figures {
  /** One line; {@code goal} is empty where there is none. */
  record Line(String what, String measured, String goal) {}

  private final List<Line> lines = new ArrayList<>();

  List<Line> lines() {
    return List.copyOf(lines);
  }

  Figures add(String what, String measured) {
    lines.add(new Line(what, measured, ""));
    return this;
  }

  /** A number with its goal; the goal says itself whether it was met. */
  Figures add(String what, double measured, String unit, Goal goal) {
    lines.add(new Line(what, number(measured) + unit, goal.judge(measured, unit)));
    return this;
  }

  /** p50 and p99 of one thing, each with its goal. */
  Figures spread(String what, Collection<Duration> times, @Nullable Goal p50, @Nullable Goal p99) {
    spreadLine(what + ", p50", percentile(times, 0.50), p50);
    spreadLine(what + ", p99", percentile(times, 0.99), p99);
    return this;
  }

  private void spreadLine(String what, double millis, @Nullable Goal goal) {
    if (goal == null) {
      add(what, number(millis) + " ms");
    } else {
      add(what, millis, " ms", goal);
    }
  }

  /** In milliseconds; the smallest time that this share of all times does not exceed. */
  static double percentile(Collection<Duration> times, double share) {
    if (times.isEmpty()) {
      throw new IllegalArgumentException("Nothing was measured");
    }
    List<Duration> sorted = times.stream().sorted().toList();
    int index = (int) Math.ceil(share * sorted.size()) - 1;
    return sorted.get(Math.max(0, index)).toNanos() / 1e6;
  }

  static String number(double value) {
    return value >= 100
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
  }

  /** What a number should be. */
  record Goal(boolean most, double bound) {
    static Goal atMost(double bound) {
      return new Goal(true, bound);
    }

    static Goal atLeast(double bound) {
      return new Goal(false, bound);
    }

    private String judge(double measured, String unit) {
      boolean met = most ? measured <= bound : measured >= bound;
      String bare = bound == Math.rint(bound) ? Long.toString((long) bound) : number(bound);
      return "%s %s%s: %s".formatted(most ? "≤" : "≥", bare, unit, met ? "met" : "missed");
    }
  }
}
