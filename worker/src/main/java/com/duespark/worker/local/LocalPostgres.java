package com.duespark.worker.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * PostgreSQL as a child process on the loopback address, its data kept, everything synced to disk
 * before a commit returns. Every login needs a password, the superuser's too.
 */
final class LocalPostgres implements AutoCloseable {
  static final String NAME = "postgres";
  static final String DATABASE = "duespark";
  private static final String SUPERUSER = "postgres";

  /** Where postmaster.pid says it, counted from 0. */
  private static final int PORT_LINE = 3;

  private final DataDirectory data;
  private final int port;
  private final Secrets secrets;
  private final ManagedProcess process;
  private final PostgresBinaries binaries;

  LocalPostgres(DataDirectory data, int port, Secrets secrets) {
    this.data = data;
    this.port = port;
    this.secrets = secrets;
    this.binaries = PostgresBinaries.unpackedIn(data.postgresBinaries());
    this.process = new ManagedProcess(plan());
  }

  /**
   * Spring's properties for the server that runs in this data directory, which another start may
   * have put on another port.
   *
   * @throws StartRefused when none runs
   */
  static Map<String, Object> runningIn(DataDirectory data, Secrets secrets) {
    try {
      int port = Integer.parseInt(Files.readAllLines(postmaster(data)).get(PORT_LINE).strip());
      return springProperties(port, secrets);
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
      throw new StartRefused(
          StartRefused.Reason.BAD_CONFIGURATION,
          "No PostgreSQL runs in %s. Start Duespark first, or set DATABASE_URL."
              .formatted(data.root()),
          e);
    }
  }

  private static Path postmaster(DataDirectory data) {
    return data.postgres().resolve("postmaster.pid");
  }

  ManagedProcess process() {
    return process;
  }

  void start() {
    if (!Files.isDirectory(data.postgres())) {
      initialise();
    }
    process.stopSurvivor();
    disownReusedPid(postmaster(data));
    process.begin();
    process.awaitReady();
    new DatabaseBootstrap(this::superuser, DATABASE).run(passwords());
  }

  Map<String, Object> springProperties() {
    return springProperties(port, secrets);
  }

  private static Map<String, Object> springProperties(int port, Secrets secrets) {
    return DatabaseSettings.springProperties(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, DATABASE),
        DatabaseBootstrap.APP,
        secrets.get(Secrets.APP_PASSWORD),
        DatabaseBootstrap.OWNER,
        secrets.get(Secrets.OWNER_PASSWORD));
  }

  Connection connect(String database, String user, String password) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser(user);
    source.setPassword(password);
    source.setConnectTimeout(2);
    source.setLoginTimeout(2);
    return source.getConnection();
  }

  private Connection superuser(String database) throws SQLException {
    return connect(database, SUPERUSER, secrets.get(Secrets.SUPERUSER_PASSWORD));
  }

  private Map<String, String> passwords() {
    return Map.of(
        DatabaseBootstrap.OWNER, secrets.get(Secrets.OWNER_PASSWORD),
        DatabaseBootstrap.APP, secrets.get(Secrets.APP_PASSWORD));
  }

  private ManagedProcess.Plan plan() {
    List<String> arguments = new ArrayList<>(List.of("-D", data.postgres().toString()));
    Map.of(
            "port", Integer.toString(port),
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "fsync", "on",
            "synchronous_commit", "on",
            "timezone", "UTC",
            "log_timezone", "UTC")
        .forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
    return new ManagedProcess.Plan(
        NAME,
        binaries.command("postgres", arguments),
        Map.of("LC_ALL", "C"),
        CappedLog.of(data.log(NAME)),
        data.pidFile(NAME),
        this::answers,
        Duration.ofMinutes(5), // recovery after a crash of a full database
        Stopping.Signal.INT,
        Duration.ofSeconds(8));
  }

  private boolean answers() {
    try (Connection connection = superuser("postgres")) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  /**
   * Makes the data directory beside its place and moves it there when whole. The collation is
   * PostgreSQL's own, so that an order by text is the same on every machine and version.
   */
  private void initialise() {
    Path fresh = data.root().resolve("postgres.new");
    Path passwordFile = data.root().resolve("postgres.password");
    try {
      FileUtils.deleteDirectory(fresh.toFile());
      DataDirectory.writeSecretly(passwordFile, secrets.get(Secrets.SUPERUSER_PASSWORD));
      List<String> arguments =
          List.of(
              "-D",
              fresh.toString(),
              "--username=" + SUPERUSER,
              "--pwfile=" + passwordFile,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale=C",
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8");
      Process initdb =
          new ProcessBuilder(binaries.command("initdb", arguments))
              .redirectErrorStream(true)
              .redirectOutput(data.log("initdb").toFile())
              .start();
      if (initdb.waitFor() != 0) {
        throw new IllegalStateException(
            "PostgreSQL cannot create its data directory.%n%s"
                .formatted(CappedLog.of(data.log("initdb")).tail(15)));
      }
      Files.move(fresh, data.postgres(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL cannot create its data directory", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while PostgreSQL was created", e);
    } finally {
      FileUtils.deleteQuietly(passwordFile.toFile());
    }
  }

  /**
   * After a reboot the pid in {@code postmaster.pid} may belong to somebody else, after a kill to a
   * zombie, and PostgreSQL would refuse to start. The pid is replaced by an impossible one; the
   * rest of the file stays, because it also guards against backends that outlive their postmaster.
   */
  static void disownReusedPid(Path postmasterPid) {
    try {
      if (!Files.exists(postmasterPid)) {
        return;
      }
      List<String> lines = new ArrayList<>(Files.readAllLines(postmasterPid));
      if (lines.size() < 3) {
        return;
      }
      Instant started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
      boolean disowned =
          ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
              .filter(
                  other ->
                      !Stopping.isRunning(other)
                          || !PidFile.startedAt(other, started, Duration.ofSeconds(30)))
              .isPresent();
      if (disowned) {
        lines.set(0, Integer.toString(Integer.MAX_VALUE));
        Files.write(postmasterPid, lines);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NumberFormatException e) {
      // PostgreSQL itself tells what is wrong with a torn file.
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
