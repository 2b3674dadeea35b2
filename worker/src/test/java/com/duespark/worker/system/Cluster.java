package com.duespark.worker.system;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What docker-compose.yml starts, without an engine: PostgreSQL and Temporal outside of the
 * program, which is told of them by environment variables and runs as {@code api} and {@code
 * worker}.
 */
final class Cluster implements Installation, AutoCloseable {
  private static final Path PROGRAM = Path.of("target/duespark.jar");
  private static final Path SANDBOX = Path.of("../sandbox/target/duespark-sandbox.jar");
  private static final Duration START = Duration.ofSeconds(30);

  private final Path data;
  private final int http = Programs.freePort();
  private final int temporalPort = Programs.freePort();
  private final int sandboxPort = Programs.freePort();
  private final EmbeddedPostgres postgres;
  private final List<Process> programs = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, String> variables;

  /**
   * Starts everything but the nodes.
   *
   * @param more variables for every node
   */
  Cluster(Map<String, String> more) {
    try {
      data = Files.createDirectories(Path.of("target/cluster/" + http).toAbsolutePath());
      postgres = EmbeddedPostgres.builder().start();
      prepareDatabase();
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
    startTemporal();
    startSandbox();
    variables = variables(more);
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "cluster"));
    await().atMost(START).until(() -> answers(temporalPort) && sandboxIsUp());
  }

  /** As an administrator does it: roles, a database, rights in it. */
  private void prepareDatabase() throws IOException, SQLException {
    run("postgres", script("roles.sql"));
    for (String role : List.of("owner", "app")) {
      run("postgres", "alter role duespark_%s password '%s'".formatted(role, role));
    }
    Files.writeString(passwords(), "postgres.owner.password=owner\npostgres.app.password=app\n");
    run("postgres", "create database duespark owner duespark_owner");
    run("duespark", script("schema.sql"));
  }

  private Path passwords() {
    return data.resolve("passwords.properties");
  }

  private void run(String database, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(postgres.getJdbcUrl("postgres", database));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String script(String name) throws IOException {
    try (InputStream in = Cluster.class.getResourceAsStream("/db/bootstrap/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void startTemporal() {
    List<String> command =
        List.of(
            Programs.temporalCommand(),
            "server",
            "start-dev",
            "--headless",
            "--ip=127.0.0.1",
            "--port=" + temporalPort,
            "--db-filename=" + data.resolve("temporal.db"),
            "--sqlite-pragma=journal_mode=WAL",
            "--dynamic-config-value=history.transferProcessorMaxPollRPS=100",
            "--log-level=warn");
    programs.add(Programs.start(data.resolve("temporal.out.log"), command, Map.of()));
  }

  private void startSandbox() {
    List<String> arguments =
        List.of(
            "--http-port=" + sandboxPort,
            "--smtp-port=" + Programs.freePort(),
            "--data=" + data.resolve("sandbox"),
            "--public-url=http://127.0.0.1:" + sandboxPort);
    programs.add(Programs.java(data.resolve("sandbox.out.log"), SANDBOX, arguments));
  }

  /** The names that docker-compose.yml and .env.example use. */
  private Map<String, String> variables(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(more);
    all.put("API_BASE_URL", url());
    all.put("DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/duespark");
    all.put("DATABASE_OWNER_USER", "duespark_owner");
    all.put("DATABASE_OWNER_PASSWORD", "owner");
    all.put("DATABASE_APP_USER", "duespark_app");
    all.put("DATABASE_APP_PASSWORD", "app");
    all.put("TEMPORAL_ADDRESS", "127.0.0.1:" + temporalPort);
    for (String name : List.of("JWT", "ENCRYPTION", "PORTAL", "AUDIT")) {
      all.put(
          "DUESPARK_SECRET_" + name,
          Base64.getEncoder()
              .encodeToString(name.repeat(32).substring(0, 32).getBytes(StandardCharsets.UTF_8)));
    }
    String providers = "127.0.0.1:" + sandboxPort;
    all.put("POSTMARK_SERVER_TOKEN", "cluster");
    all.put("DUESPARK_POSTMARK_HOST", providers);
    all.put("DUESPARK_POSTMARK_SECURE", "false");
    all.put("STRIPE_API_BASE", "http://" + providers);
    all.put("DUESPARK_PORTAL_CHECKOUT_ORIGIN", "http://" + providers);
    for (String rate : List.of("AUTH", "USER", "PORTAL")) {
      all.put("DUESPARK_RATES_" + rate, "100000/1m");
    }
    all.put("DUESPARK_QUOTAS_APIREQUESTS", "100000");
    all.put("DUESPARK_TESTBUSINESSES", "true");
    all.put("DUESPARK_SENDING_LEASE", "2s");
    all.put("DUESPARK_SENDING_LOOKUPS", "300ms,700ms,1500ms");
    return all;
  }

  Node startApi() {
    return start("api", http);
  }

  Node startWorker() {
    return start("worker", Programs.freePort());
  }

  private Node start(String role, int httpPort) {
    int metrics = Programs.freePort();
    Map<String, String> own = new HashMap<>(variables);
    own.put("DUESPARK_ROLE", role);
    own.put("DUESPARK_HTTP_PORT", Integer.toString(httpPort));
    own.put("DUESPARK_METRICS_PORT", Integer.toString(metrics));
    own.put("OTEL_SERVICE_NAME", "duespark-" + role);
    Path output = data.resolve(role + "-" + metrics + ".out.log");
    Node node = new Node(Programs.java(output, PROGRAM, List.of(), own), httpPort, metrics, output);
    nodes.add(node);
    return node;
  }

  static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean sandboxIsUp() {
    try {
      return sandbox().isUp();
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  @Override
  public String url() {
    return "http://127.0.0.1:" + http;
  }

  @Override
  public Sandbox sandbox() {
    return new Sandbox("http://127.0.0.1:" + sandboxPort);
  }

  @Override
  public Database database() {
    return new Database(postgres.getPort(), passwords());
  }

  @Override
  public void close() {
    nodes.forEach(node -> node.process().destroyForcibly());
    programs.forEach(Process::destroyForcibly);
    try {
      postgres.close();
    } catch (IOException e) {
      System.err.println("PostgreSQL was not stopped: " + e);
    }
  }
}
