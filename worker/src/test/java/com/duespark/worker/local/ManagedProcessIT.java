package com.duespark.worker.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedProcessIT {
  private DataDirectory data;

  @BeforeEach
  void open(@TempDir Path parent) {
    data = DataDirectory.open(parent.resolve("data"));
  }

  @Test
  void startsADeadChildAgainWithinTwoSecondsAndLeavesNoneBehind() {
    ManagedProcess child = child("exec sleep 600");
    child.begin();
    child.awaitReady();
    long first = child.pid().orElseThrow();

    handle(child).destroyForcibly();

    await()
        .atMost(Duration.ofSeconds(2))
        .until(
            () ->
                child.state() == ManagedProcess.State.READY
                    && child.pid().orElseThrow() != first
                    && isAlive(child.pid().orElseThrow()));
    child.close();
    assertThat(isAlive(child.pid().orElseThrow())).isFalse();
    assertThat(child.state()).isEqualTo(ManagedProcess.State.STOPPED);
    assertThat(data.pidFile("child").survivor()).isEmpty();
  }

  @Test
  void killsAChildThatIgnoresTheRequestAndItsGrandchildren() {
    ManagedProcess child = child("trap '' TERM; sleep 600 & while :; do wait; done");
    child.begin();
    child.awaitReady();
    await().until(() -> handle(child).children().findAny().isPresent());
    List<ProcessHandle> family = handle(child).descendants().toList();

    child.close();

    assertThat(family).isNotEmpty();
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> family.stream().noneMatch(ProcessHandle::isAlive));
  }

  @Test
  void stopsWhatAKilledPredecessorLeft() throws Exception {
    Process orphan = new ProcessBuilder("sleep", "600").start();
    data.pidFile("child").write(orphan.toHandle());
    ManagedProcess child = child("exec sleep 600");

    child.begin();
    child.awaitReady();

    assertThat(orphan.isAlive()).isFalse();
    child.close();
  }

  @Test
  void tellsTheEndOfTheLogWhenAChildDoesNotStart() {
    ManagedProcess neverReady =
        new ManagedProcess(plan("neverReady", "echo no such luck; exit 7", () -> false));

    neverReady.begin();

    assertThatThrownBy(neverReady::awaitReady)
        .hasMessageContaining("neverReady")
        .hasMessageContaining("ended with 7")
        .hasMessageContaining("no such luck");
  }

  @Test
  void doesNotAnswerADeathOnceRetired() {
    ManagedProcess child = child("exec sleep 600");
    child.begin();
    child.awaitReady();
    ProcessHandle only = handle(child);

    child.retire();
    only.destroyForcibly();

    await().until(() -> !only.isAlive());
    child.close();
    assertThat(child.pid()).hasValue(only.pid());
  }

  private ManagedProcess child(String script) {
    return new ManagedProcess(plan("child", script, Readiness.immediate()));
  }

  private ManagedProcess.Plan plan(String name, String script, Readiness readiness) {
    ManagedProcess.Plan usual =
        ManagedProcess.Plan.of(data, name, List.of("bash", "-c", script), Map.of(), readiness);
    return new ManagedProcess.Plan(
        usual.name(),
        usual.command(),
        usual.environment(),
        usual.log(),
        usual.pidFile(),
        usual.readiness(),
        usual.startTimeout(),
        usual.stopSignal(),
        Duration.ofMillis(500));
  }

  private static ProcessHandle handle(ManagedProcess child) {
    return ProcessHandle.of(child.pid().orElseThrow()).orElseThrow();
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }
}
