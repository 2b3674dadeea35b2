package com.duespark.api.shared;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Carries a checked exception of the filter chain out of the tenant's scope. */
record Failure(@Nullable Exception cause) {

  interface Step {
    void run() throws ServletException, IOException;
  }

  static Failure of(Step step) {
    try {
      step.run();
      return new Failure(null);
    } catch (ServletException | IOException e) {
      return new Failure(e);
    }
  }

  void rethrow() throws ServletException, IOException {
    if (cause instanceof IOException io) {
      throw io;
    }
    if (cause instanceof ServletException servlet) {
      throw servlet;
    }
  }
}
