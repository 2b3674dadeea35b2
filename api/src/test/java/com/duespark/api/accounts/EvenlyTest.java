package com.duespark.api.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duespark.api.shared.LoginSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class EvenlyTest {

  private static final Duration STEP = Duration.ofMillis(100);

  private final Evenly evenly =
      new Evenly(
          new LoginSettings(
              LoginSettings.Mode.BUILT_IN,
              new LoginSettings.Clerk(null, null, List.of(), null, null, null, Map.of()),
              STEP));

  @Test
  void littleAndMuchWorkTakeAWholeStep() {
    assertThat(took(() -> {})).isGreaterThanOrEqualTo(STEP);
    assertThat(took(() -> LockSupport.parkNanos(STEP.dividedBy(4).toNanos())))
        .isGreaterThanOrEqualTo(STEP);
    assertThat(took(() -> LockSupport.parkNanos(STEP.toNanos() * 5 / 4)))
        .isGreaterThanOrEqualTo(STEP.multipliedBy(2));
  }

  @Test
  void whatFailsIsToldAtOnce() {
    assertThatThrownBy(
            () ->
                evenly.run(
                    () -> {
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
  }

  private Duration took(Runnable work) {
    long begun = System.nanoTime();
    evenly.run(work);
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
