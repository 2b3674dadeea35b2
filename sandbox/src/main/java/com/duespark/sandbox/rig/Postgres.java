package com.duespark.sandbox.rig;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * A PostgreSQL of the rig's own, from the binaries that the program brings along. It syncs before a
 * commit returns, and remembers when each transaction was committed.
 */
final class Postgres {
  static final String OWNER = "duespark_owner";
  static final String APP = "duespark_app";

  private final Path binaries;
  private final Path directory;
  private final int port;

  Postgres(Path data, int port) throws IOException, InterruptedException {
    binaries = data.resolve("postgres-binaries");
    directory = data.resolve("postgres");
    this.port = port;
    unpack();
    initialise(data.resolve("initdb.out.log"));
  }

  /** How it is started. */
  List<String> command() {
    List<String> command = command("postgres", "-D", directory.toString());
    Map.of(
            "port", Integer.toString(port),
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "max_connections", "200",
            "track_commit_timestamp", "on",
            "shared_buffers", "256MB",
            "max_wal_size", "2GB",
            "timezone", "UTC")
        .forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    return command;
  }

  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?connectTimeout=2&socketTimeout=60"
        .formatted(port, database);
  }

  boolean answers() throws SQLException {
    try (Connection connection = connect("postgres")) {
      return connection.isValid(1);
    }
  }

  /** As superuser. */
  Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), "postgres", "");
  }

  /** As an administrator does it: roles, a database, rights in it. */
  void prepare() throws SQLException, IOException {
    run("postgres", script("/db/bootstrap/roles.sql"));
    run("postgres", "create database duespark owner " + OWNER);
    run("duespark", script("/db/bootstrap/schema.sql"));
  }

  void run(String database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** A file of the program's or of ours, from the class path. */
  static String script(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            Postgres.class.getResourceAsStream(name), name + " is not on the class path")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void initialise(Path output) throws IOException, InterruptedException {
    List<String> command =
        command(
            "initdb",
            "-D",
            directory.toString(),
            "--username=postgres",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8");
    Process initdb =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (initdb.waitFor() != 0) {
      throw new IOException("PostgreSQL cannot create its data directory; see " + output);
    }
  }

  /** Root runs it in a user namespace of its own: PostgreSQL refuses to run as root. */
  private List<String> command(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (LinuxUtils.isUnshareAvailable()) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(binaries.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  private void unpack() throws IOException {
    String system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
    try (InputStream archive =
            Objects.requireNonNull(
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                    system, System.getProperty("os.arch")),
                "No PostgreSQL is included for this machine");
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, binaries.resolve(entry.getName()).normalize());
      }
    }
  }

  private void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
      throws IOException {
    if (!path.startsWith(binaries)) {
      throw new IOException("The archive reaches outside: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(Objects.requireNonNull(path.getParent()));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, path);
    if ((entry.getMode() & 0100) != 0 && !path.toFile().setExecutable(true, false)) {
      throw new IOException(path + " cannot be made executable");
    }
  }
}
