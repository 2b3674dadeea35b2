package com.duespark.worker.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor.ActivityInput;
import io.temporal.common.interceptors.Header;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.dao.PermissionDeniedDataAccessException;

class WallWatchTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final WallWatch watch = new WallWatch(meters);

  @Test
  void anActivityThatTheWallStoppedIsCountedAndFails() {
    var stopped =
        new PermissionDeniedDataAccessException("insert", new SQLException("policy", "42501"));

    assertThatThrownBy(() -> run(stopped)).isSameAs(stopped);

    assertThat(violations()).isEqualTo(1);
  }

  @Test
  void anyOtherFailureIsNone() {
    var failure = new IllegalStateException(new SQLException("deadlock", "40P01"));

    assertThatThrownBy(() -> run(failure)).isSameAs(failure);

    assertThat(violations()).isZero();
  }

  private void run(RuntimeException failure) {
    var activity = Mockito.mock(ActivityInboundCallsInterceptor.class);
    Mockito.when(activity.execute(Mockito.any())).thenThrow(failure);
    watch.interceptActivity(activity).execute(new ActivityInput(Header.empty(), new Object[] {}));
  }

  private double violations() {
    return meters.counter("duespark_isolation_violations").count();
  }
}
