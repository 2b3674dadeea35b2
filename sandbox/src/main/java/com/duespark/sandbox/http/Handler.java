package com.duespark.sandbox.http;

/** Answers requests under one or more path prefixes. */
@FunctionalInterface
public interface Handler {
  Reply handle(Request request);

  /** Answers after a pause. */
  default Reply handleSlowly(Request request, long millis) {
    Faults.pause(millis);
    return handle(request);
  }
}
