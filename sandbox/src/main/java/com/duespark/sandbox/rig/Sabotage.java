package com.duespark.sandbox.rig;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The guards of the program that the rig can switch off, one at a time, to see what it finds. */
enum Sabotage {
  /** Everything as it is. */
  NONE(null),
  /** A message that an attempt holds may be taken by the next one. */
  CLAIM(Damage.DOUBLED_UNASKED),
  /** The truth is read four seconds before the claim and without a lock. */
  RECHECK(Damage.AFTER_PAYMENT),
  /** The provider never knows a message by our key. */
  KEY(Damage.DOUBLED_ASKED),
  /** Every day is a business day, and every hour will do. */
  WINDOW(Damage.OUTSIDE_WINDOW);

  private final @Nullable Damage damage;

  Sabotage(@Nullable Damage damage) {
    this.damage = damage;
  }

  /** The damage that must come of it; null without sabotage. */
  @org.jspecify.annotations.Nullable
  Damage damage() {
    return damage;
  }

  String word() {
    return this == RECHECK ? "re-check" : name().toLowerCase(Locale.ROOT);
  }

  static Sabotage of(String word) {
    return Stream.of(values())
        .filter(one -> one.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--sabotage is one of "
                        + Stream.of(values()).map(Sabotage::word).collect(Collectors.joining(", "))
                        + ", not "
                        + word));
  }
}
