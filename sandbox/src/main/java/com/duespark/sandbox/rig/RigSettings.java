package com.duespark.sandbox.rig;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run is made of.
 *
 * @param kills how long processes are killed
 * @param app the unpacked program
 * @param directory where runs keep their data and reports
 * @param javaOptions for the program's processes
 */
record RigSettings(
    int invoices,
    Duration kills,
    long seed,
    Sabotage sabotage,
    Path app,
    Path temporal,
    Path directory,
    List<String> javaOptions) {

  static final String USAGE =
      """
      ./duespark rig [--invoices=N] [--minutes=M] [--short] [--sabotage=GUARD] [--seed=S]
        N 1 to 100000, default 1000; M minutes of kills, 0 to 120, default 15; --short is 120 invoices and 2 minutes;
        GUARD claim, re-check, key or window: switched off, to see that the rig finds the damage""";

  private static final int MOST_INVOICES = 100_000;
  private static final int MOST_MINUTES = 120;

  /**
   * How many test businesses share the invoices: one's clock may stand still while others go on.
   */
  int businesses() {
    return Math.clamp(invoices / 30, 1, 8);
  }

  /** Reads the arguments; what follows {@code --} is for the program's JVMs. */
  static RigSettings parse(String... arguments) {
    int invoices = 1_000;
    int minutes = 15;
    long seed = System.nanoTime();
    var sabotage = Sabotage.NONE;
    Path app = Path.of(".");
    Path temporal = Path.of("temporal");
    Path directory = Path.of("target/rig");
    List<String> javaOptions = new ArrayList<>();
    boolean ours = true;
    for (String argument : arguments) {
      String value = argument.substring(argument.indexOf('=') + 1);
      String name = argument.replaceFirst("=.*", "");
      if (!ours) {
        javaOptions.add(argument);
        continue;
      }
      switch (name) {
        case "--" -> ours = false;
        case "--short" -> {
          invoices = 120;
          minutes = 2;
        }
        case "--invoices" -> invoices = number(name, value, 1, MOST_INVOICES);
        case "--minutes" -> minutes = number(name, value, 0, MOST_MINUTES);
        case "--seed" -> seed = seed(value);
        case "--sabotage" -> sabotage = Sabotage.of(value);
        case "--app" -> app = Path.of(value);
        case "--temporal" -> temporal = Path.of(value);
        case "--directory" -> directory = Path.of(value);
        default -> throw new IllegalArgumentException("Unknown option: " + argument);
      }
    }
    return new RigSettings(
        invoices,
        Duration.ofMinutes(minutes),
        seed,
        sabotage,
        app.toAbsolutePath(),
        temporal.toAbsolutePath(),
        directory.toAbsolutePath(),
        List.copyOf(javaOptions));
  }

  private static long seed(String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--seed is a number, not " + value, e);
    }
  }

  private static int number(String name, String value, int least, int most) {
    if (!value.matches("\\d{1,6}")
        || Integer.parseInt(value) < least
        || Integer.parseInt(value) > most) {
      throw new IllegalArgumentException(
          "%s is a number from %d to %d, not %s".formatted(name, least, most, value));
    }
    return Integer.parseInt(value);
  }
}
