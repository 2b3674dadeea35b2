package com.duespark.worker.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseSettingsTest {

  @Test
  void isEmbeddedWhenNothingIsSaid() {
    assertThat(read(Map.of()).isExternal()).isFalse();
    assertThat(read(Map.of("DATABASE_URL", "")).isExternal()).isFalse();
  }

  @Test
  void takesTheOwnerFromAPostgresAddress() {
    DatabaseSettings settings =
        read(
            Map.of(
                "DATABASE_URL",
                    "postgres://the%40owner:se%3Acret@db.example:6432/duespark?sslmode=require",
                "DATABASE_APP_USER", "app",
                "DATABASE_APP_PASSWORD", "pw"));

    assertThat(settings.springProperties())
        .containsEntry(
            "spring.datasource.url", "jdbc:postgresql://db.example:6432/duespark?sslmode=require")
        .containsEntry("spring.datasource.username", "app")
        .containsEntry("spring.datasource.password", "pw")
        .containsEntry("spring.flyway.user", "the@owner")
        .containsEntry("spring.flyway.password", "se:cret");
  }

  @Test
  void takesAJdbcAddressAsItIs() {
    DatabaseSettings settings =
        read(
            Map.of(
                "DATABASE_URL", "jdbc:postgresql://db/duespark",
                "DATABASE_APP_USER", "app",
                "DATABASE_APP_PASSWORD", "a",
                "DATABASE_OWNER_USER", "owner",
                "DATABASE_OWNER_PASSWORD", "o"));

    assertThat(settings.springProperties())
        .containsEntry("spring.flyway.url", "jdbc:postgresql://db/duespark")
        .containsEntry("spring.flyway.user", "owner");
  }

  @Test
  void namesTheMissingVariableAndRefusesOneRoleForBoth() {
    assertThatThrownBy(() -> read(Map.of("DATABASE_URL", "postgres://o:p@db/d")).springProperties())
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("DATABASE_APP_USER");
    assertThatThrownBy(
            () ->
                read(Map.of("DATABASE_URL", "postgres://o:p@db/d", "DATABASE_APP_USER", "o"))
                    .springProperties())
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("must differ");
    assertThatThrownBy(() -> read(Map.of("DATABASE_URL", "mysql://db/d")).springProperties())
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("DATABASE_URL");
  }

  @Test
  void keepsPasswordsOutOfItsText() {
    assertThat(read(Map.of("DATABASE_URL", "postgres://o:hidden@db/d")).toString())
        .doesNotContain("hidden");
  }

  private static DatabaseSettings read(Map<String, String> variables) {
    return DatabaseSettings.from(Settings.environment(variables));
  }
}
