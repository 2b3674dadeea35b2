package com.duespark.sandbox.rig;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Kills a random process every five seconds, each at most once in thirty, and only one that has
 * been at work for five: who is still starting has nothing to lose.
 */
final class Killer {
  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final Duration SPARED = Duration.ofSeconds(30);
  private static final Duration AT_WORK = Duration.ofSeconds(5);

  private final List<Program> programs;
  private final Random random;
  private final List<Kill> kills = new ArrayList<>();

  /** A kill -9. */
  record Kill(String program, Instant at) {}

  Killer(List<Program> programs, long seed) {
    this.programs = List.copyOf(programs);
    this.random = new Random(seed);
  }

  /** Kills for so long. */
  void rage(Duration time) throws InterruptedException {
    Instant end = Instant.now().plus(time);
    while (Instant.now().plus(EVERY).isBefore(end)) {
      Thread.sleep(EVERY.plusMillis(random.nextInt(1_000) - 500));
      List<Program> ripe = programs.stream().filter(this::isRipe).toList();
      if (!ripe.isEmpty()) {
        Program victim = ripe.get(random.nextInt(ripe.size()));
        Instant now = Instant.now();
        victim.kill();
        kills.add(new Kill(victim.name(), now));
      }
    }
    Duration left = Duration.between(Instant.now(), end);
    Thread.sleep(left.isNegative() ? Duration.ZERO : left);
  }

  private boolean isRipe(Program program) {
    Instant now = Instant.now();
    Instant ready = program.readySince();
    return ready != null
        && ready.isBefore(now.minus(AT_WORK))
        && kills.stream()
            .noneMatch(
                kill ->
                    kill.program().equals(program.name()) && kill.at().isAfter(now.minus(SPARED)));
  }

  List<Kill> kills() {
    return List.copyOf(kills);
  }
}
