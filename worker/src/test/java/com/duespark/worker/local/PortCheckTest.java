package com.duespark.worker.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortCheckTest {

  @Test
  void namesPortHolderAndSettingOfATakenPort() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      assertThatThrownBy(() -> PortCheck.requireFree(Map.of("temporal-ui", taken.getLocalPort())))
          .isInstanceOfSatisfying(
              StartRefused.class, refused -> assertThat(refused.exitCode()).isEqualTo(4))
          .hasMessageContaining("Port " + taken.getLocalPort())
          .hasMessageContaining("--temporal-ui-port")
          .hasMessageContaining("DUESPARK_TEMPORAL_UI_PORT");
      if (System.getProperty("os.name").equals("Linux")) {
        assertThat(PortHolder.of(taken.getLocalPort()))
            .hasValueSatisfying(
                who -> assertThat(who).contains("java", "pid " + ProcessHandle.current().pid()));
      }
    }
  }

  @Test
  void acceptsFreePorts() throws Exception {
    assertThatCode(() -> PortCheck.requireFree(Map.of("http", FreePort.any())))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesOnePortForTwo() {
    assertThatThrownBy(() -> PortCheck.requireFree(Map.of("http", 8000, "temporal", 8000)))
        .isInstanceOfSatisfying(
            StartRefused.class, refused -> assertThat(refused.exitCode()).isEqualTo(5))
        .hasMessageContaining("8000");
  }
}
