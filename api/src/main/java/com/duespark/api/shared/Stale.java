package com.duespark.api.shared;

/** The caller changed an older version than there is; carries the latest view (API-09). */
final class Stale extends RuntimeException {

  private final transient Object latest;

  Stale(Object latest) {
    super("It was changed by somebody else meanwhile", null, false, false);
    this.latest = latest;
  }

  Object latest() {
    return latest;
  }
}
