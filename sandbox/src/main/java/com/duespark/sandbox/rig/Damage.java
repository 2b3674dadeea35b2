package com.duespark.sandbox.rig;

/** What must not happen. */
enum Damage {
  DOUBLED_UNASKED("doubled without asking the provider"),
  DOUBLED_ASKED("doubled although the provider was asked"),
  MISSING("missing"),
  AFTER_PAYMENT("sent after payment"),
  OUTSIDE_WINDOW("outside window"),
  DAY_MISSED("sent, but not on its day"),
  UNCALLED_FOR("sent though nothing was due");

  private final String words;

  Damage(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
