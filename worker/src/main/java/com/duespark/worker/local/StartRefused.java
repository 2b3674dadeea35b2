package com.duespark.worker.local;

/**
 * A start that cannot succeed until a person changes something. The message says what, and the exit
 * code tells the launcher not to try again.
 */
public final class StartRefused extends RuntimeException {
  /** Why; the exit codes are a contract with the launcher script. */
  public enum Reason {
    ALREADY_RUNNING(3),
    PORT_TAKEN(4),
    BAD_CONFIGURATION(5);

    private final int exitCode;

    Reason(int exitCode) {
      this.exitCode = exitCode;
    }
  }

  private final Reason reason;

  public StartRefused(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public StartRefused(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  static StartRefused badConfiguration(String message) {
    return new StartRefused(Reason.BAD_CONFIGURATION, message);
  }

  public Reason reason() {
    return reason;
  }

  public int exitCode() {
    return reason.exitCode;
  }
}
