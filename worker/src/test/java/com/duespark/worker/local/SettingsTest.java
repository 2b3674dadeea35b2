package com.duespark.worker.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duespark.worker.Role;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void needsNoConfigurationAtAll() {
    LocalSettings settings = read(Map.of());

    assertThat(settings.role()).isEqualTo(Role.ALL);
    assertThat(settings.dataDirectory())
        .isAbsolute()
        .endsWithRaw(java.nio.file.Path.of(".duespark"));
    assertThat(settings.portsInUse(true))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "http", 8000,
                "metrics", 9464,
                "temporal", 7233,
                "temporal-ui", 8233,
                "postgres", 54329));
  }

  @Test
  void readsShortAndLongNamesAndLetsTheCommandLineWin() {
    LocalSettings settings =
        read(
            Map.of(
                "DUESPARK_HTTP_PORT", "8001",
                "DUESPARK_TEMPORAL_UI_PORT", "8002",
                "DUESPARK_PORTS_POSTGRES", "8003",
                "DUESPARK_ROLE", "worker",
                "DUESPARK_DATA", "/somewhere"),
            "--duespark.ports.http=9001");

    assertThat(settings.port("http")).isEqualTo(9001);
    assertThat(settings.port("temporal-ui")).isEqualTo(8002);
    assertThat(settings.port("postgres")).isEqualTo(8003);
    assertThat(settings.role()).isEqualTo(Role.WORKER);
    assertThat(settings.dataDirectory().toString()).isEqualTo("/somewhere");
  }

  @Test
  void bringsNoTemporalWhenOneIsNamed() {
    LocalSettings settings = read(Map.of("TEMPORAL_ADDRESS", "temporal.example:7233"));

    assertThat(settings.bringsTemporal()).isFalse();
    assertThat(settings.temporalAddress()).isEqualTo("temporal.example:7233");
    assertThat(settings.portsInUse(true)).containsOnlyKeys("http", "metrics", "postgres");
  }

  @Test
  void readsChildrenAndFillsInTheirPorts() {
    LocalSettings settings =
        read(
            Map.of("DUESPARK_ECHO_PORT", "8030"),
            "--duespark.children.echo.command[0]=/bin/with space",
            "--duespark.children.echo.command[1]=--port=${duespark.ports.echo}",
            "--duespark.children.echo.ready=http://127.0.0.1:${duespark.ports.echo}/health");

    LocalSettings.Child echo = Objects.requireNonNull(settings.children().get("echo"));

    assertThat(echo.command()).isEqualTo(List.of("/bin/with space", "--port=8030"));
    assertThat(echo.ready()).isEqualTo("http://127.0.0.1:8030/health");
    assertThat(settings.portsInUse(true)).containsEntry("echo", 8030);
  }

  @Test
  void refusesWhatCannotBeReadAndNamesIt() {
    assertThatThrownBy(() -> read(Map.of(), "--duespark.ports.http=many"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("duespark.ports.http")
        .hasMessageContaining("many");
    assertThatThrownBy(() -> read(Map.of(), "--duespark.ports.http=70000"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("duespark.ports.http")
        .hasMessageContaining("70000");
    assertThatThrownBy(() -> read(Map.of(), "--duespark.role=boss"))
        .isInstanceOfSatisfying(
            StartRefused.class, refused -> assertThat(refused.exitCode()).isEqualTo(5))
        .hasMessageContaining("duespark.role");
  }

  private static LocalSettings read(Map<String, String> variables, String... args) {
    return LocalSettings.from(Settings.environment(variables, args));
  }
}
