package com.duespark.api.shared;

/** The answer that was given when this idempotency key was first used. */
final class Replay extends RuntimeException {

  private final int status;
  private final String body;

  Replay(int status, String body) {
    super("replayed", null, false, false);
    this.status = status;
    this.body = body;
  }

  int status() {
    return status;
  }

  String body() {
    return body;
  }
}
