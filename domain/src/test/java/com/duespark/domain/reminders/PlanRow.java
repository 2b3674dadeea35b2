package com.duespark.domain.reminders;

import static java.util.stream.Collectors.joining;

/**
 * A whole plan, computed by hand from the spec with a calendar. A line reads: number of the message
 * (- when none carries it), invoice, step, the customer's day and hour, the same in UTC, tone,
 * channel, status with why, reasons; behind # the computation.
 *
 * <p>Mondays of 2026: 2, 9, 16, 23, 30 March; 6, 13, 20, 27 April. Nairobi is 3 hours ahead of UTC
 * all year.
 */
record PlanRow(String id, String story, Facts facts, String now, String lines) {

  static PlanRow row(String id, String story, Facts facts, String now, String lines) {
    return new PlanRow(id, story, facts, now, lines);
  }

  String planned() {
    return PlanText.of(Planner.plan(facts.customer(), facts.at(now)), facts.customer());
  }

  String expected() {
    return lines
        .lines()
        .map(line -> line.replaceFirst("#.*", "").strip().replaceAll(" +", " "))
        .collect(joining("\n"));
  }

  @Override
  public String toString() {
    return id + " " + story;
  }
}
