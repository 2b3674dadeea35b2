package com.duespark.worker.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  private DataDirectory data;

  @BeforeEach
  void open(@TempDir Path parent) {
    data = DataDirectory.open(parent.resolve("data"));
  }

  @Test
  void isForItsOwnerAlone() throws Exception {
    Secrets.open(data);

    assertThat(permissions(data.root())).isEqualTo("rwx------");
    assertThat(permissions(data.secrets())).isEqualTo("rw-------");
  }

  @Test
  void makesSecretsOnceAndKeepsThem() {
    Secrets first = Secrets.open(data);
    Secrets second = Secrets.open(data);

    assertThat(second.springProperties()).isEqualTo(first.springProperties());
    assertThat(first.springProperties())
        .containsOnlyKeys(
            "duespark.secret.jwt",
            "duespark.secret.encryption",
            "duespark.secret.portal",
            "duespark.secret.audit")
        .allSatisfy(
            (name, value) -> assertThat(Base64.getDecoder().decode(value.toString())).hasSize(32));
    assertThat(first.toString()).doesNotContain(first.get(Secrets.APP_PASSWORD));
  }

  @Test
  void refusesToInventSecretsForDataThatIsThere() throws Exception {
    Files.createDirectory(data.postgres());

    assertThatThrownBy(() -> Secrets.open(data))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("secrets.properties");
  }

  @Test
  void belongsToOneProcess() throws Exception {
    try (InstanceLock held = InstanceLock.take(data.lock(), "http://127.0.0.1:8000")) {
      assertThat(held).isNotNull();
      assertThatThrownBy(() -> InstanceLock.take(data.lock(), "http://127.0.0.1:8001"))
          .isInstanceOfSatisfying(
              StartRefused.class, refused -> assertThat(refused.exitCode()).isEqualTo(3))
          .hasMessageContaining("pid " + ProcessHandle.current().pid())
          .hasMessageContaining("http://127.0.0.1:8000");
    }
    InstanceLock.take(data.lock(), "http://127.0.0.1:8001").close();
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
