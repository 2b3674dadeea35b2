package com.duespark.worker.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small rules of keeping children: when again, how much log, whose pid. */
class KeepingTest {
  @Test
  void waitsLongerForAProcessThatDiesYoung() {
    Backoff backoff = new Backoff();
    Duration young = Duration.ofSeconds(1);

    assertThat(List.of(backoff.after(young), backoff.after(young), backoff.after(young)))
        .isEqualTo(List.of(Duration.ofMillis(200), Duration.ofMillis(400), Duration.ofMillis(800)));
    for (int deaths = 0; deaths < 20; deaths++) {
      assertThat(backoff.after(young)).isLessThanOrEqualTo(Duration.ofSeconds(15));
    }
    assertThat(backoff.after(Duration.ofMinutes(1))).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void capsALogAndKeepsItsEnd(@TempDir Path directory) throws Exception {
    CappedLog log = new CappedLog(directory.resolve("child.log"), 10_000);
    String lines = "a line of twenty chars\n".repeat(2_000) + "the last line\n";

    log.follow(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));

    assertThat(Files.size(log.file())).isLessThanOrEqualTo(10_000);
    assertThat(log.tail(2)).isEqualTo("a line of twenty chars\nthe last line");
  }

  @Test
  void knowsItsOwnPidAgainButNoOther(@TempDir Path directory) throws Exception {
    PidFile file = new PidFile(directory.resolve("child.pid"));
    ProcessHandle self = ProcessHandle.current();

    file.write(self);
    assertThat(file.survivor()).contains(self);

    Files.writeString(file.path(), self.pid() + "\n2001-01-01T00:00:00Z\n");
    assertThat(file.survivor()).isEmpty();

    Files.writeString(file.path(), "torn");
    assertThat(file.survivor()).isEmpty();
  }

  @Test
  void disownsAPostmasterPidThatSomebodyElseHasNow(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("postmaster.pid");
    long self = ProcessHandle.current().pid();
    Files.writeString(file, self + "\n/data\n1000000000\n54329\n\n127.0.0.1\n 123 456\n");

    LocalPostgres.disownReusedPid(file);

    assertThat(Files.readAllLines(file))
        .startsWith(Integer.toString(Integer.MAX_VALUE), "/data", "1000000000")
        .endsWith(" 123 456");
  }
}
