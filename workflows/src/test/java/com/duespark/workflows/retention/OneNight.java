package com.duespark.workflows.retention;

import com.duespark.domain.retention.Thing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A night in which as many of each thing go as its name has letters; notes each attempt. */
public final class OneNight implements RetentionActivities {

  static final LocalDate DAY = LocalDate.of(2026, 1, 5);

  private final Map<Thing, Integer> deaths = new EnumMap<>(Thing.class);
  private final List<Round> attempts = new ArrayList<>();

  /** The first so many attempts at a thing die. */
  public OneNight dying(Thing thing, int times) {
    deaths.put(thing, times);
    return this;
  }

  synchronized List<Round> attempts() {
    return List.copyOf(attempts);
  }

  @Override
  public LocalDate day() {
    return DAY;
  }

  @Override
  public synchronized long remove(Round round) {
    attempts.add(round);
    if (deaths.merge(round.thing(), -1, Integer::sum) >= 0) {
      throw new IllegalStateException("The database is away");
    }
    return round.thing().name().length();
  }
}
