package com.duespark.api.health;

/** A part of the running system; every bean of this type is asked by {@code /readyz}. */
public interface ReadinessProbe {

  String name();

  /** Answers within a second; an exception means no. */
  boolean ready();

  /**
   * False for what one can do without for a while: it is shown, but the program counts as ready.
   */
  default boolean isRequired() {
    return true;
  }
}
