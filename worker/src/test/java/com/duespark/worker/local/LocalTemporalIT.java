package com.duespark.worker.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Needs the {@code temporal} command; {@code ./duespark test} brings it along. */
class LocalTemporalIT {
  @Test
  void answersAndComesBackWhenItIsKilled(@TempDir Path parent) throws Exception {
    LocalSettings settings =
        LocalSettings.from(
            Settings.environment(
                Map.of(
                    "DUESPARK_TEMPORAL_PORT", Integer.toString(FreePort.any()),
                    "DUESPARK_TEMPORAL_UI_PORT", Integer.toString(FreePort.any()))));
    assertThat(Path.of(settings.temporal().bin()))
        .as("set -Dduespark.temporal.bin to the temporal command")
        .isExecutable();
    DataDirectory data = DataDirectory.open(parent.resolve("data"));

    try (ManagedProcess temporal = LocalTemporal.on(data, settings, Optional.empty())) {
      temporal.begin();
      temporal.awaitReady();
      assertThat(LocalTemporal.answers(settings.temporalAddress())).isTrue();
      long killed = temporal.pid().orElseThrow();

      ProcessHandle.of(killed).orElseThrow().destroyForcibly();

      await()
          .atMost(Duration.ofSeconds(10))
          .until(
              () ->
                  temporal.pid().orElseThrow() != killed
                      && temporal.state() == ManagedProcess.State.READY);
      assertThat(LocalTemporal.answers(settings.temporalAddress())).isTrue();
      assertThat(data.temporalDatabase()).isNotEmptyFile();
    }
    assertThat(LocalTemporal.answers(settings.temporalAddress())).isFalse();
  }
}
