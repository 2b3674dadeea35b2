package com.duespark.sandbox.rig;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What came out.
 *
 * @param accepted messages that the providers took
 * @param reminded reminders among them, one for each invoice that a message names
 * @param damage what must not happen, and each case of it in words
 * @param unknown messages of which nobody can say whether they were taken
 * @param lateness from the moment a reminder was due until the provider took it, in real time,
 *     shortest first
 */
record Verdict(
    int accepted,
    int reminded,
    Map<Damage, List<String>> damage,
    List<String> unknown,
    List<Duration> lateness) {

  Verdict {
    damage = new EnumMap<>(damage);
    lateness = lateness.stream().sorted().toList();
  }

  boolean isClean() {
    return damage.values().stream().allMatch(List::isEmpty);
  }

  int count(Damage kind) {
    return damage.getOrDefault(kind, List.of()).size();
  }

  int doubled() {
    return count(Damage.DOUBLED_ASKED) + count(Damage.DOUBLED_UNASKED);
  }

  /** The smallest value that so many of a hundred do not exceed; zero without values. */
  static Duration percentile(List<Duration> sorted, int percent) {
    return sorted.isEmpty()
        ? Duration.ZERO
        : sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
  }
}
