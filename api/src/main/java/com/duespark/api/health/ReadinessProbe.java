package com.duespark.api.health;

/**
 * Something the program cannot work without; every bean of this type is asked by {@code /readyz}.
 */
public interface ReadinessProbe {

  String name();

  /** Answers within a second; an exception means no. */
  boolean ready();
}
