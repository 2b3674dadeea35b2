package com.duespark.sandbox.rig;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What docker-compose.yml starts, without an engine, each on a free port: PostgreSQL, Temporal, the
 * stand-in for the providers, the program as {@code api} and twice as {@code worker}.
 */
final class Installation implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(5);
  private static final AtomicInteger NEXT_PORT =
      new AtomicInteger((int) (12_000 + ProcessHandle.current().pid() % 500 * 30));

  private final RigSettings settings;
  private final Path data;
  private final Weather weather;
  private final int http = freePort();
  private final int temporalPort = freePort();
  private final int postgresPort = freePort();
  private final int sandboxPort = freePort();
  private final Postgres database;
  private final Path agent;
  private final List<Program> programs = new ArrayList<>();

  Installation(RigSettings settings, Path data) throws IOException, InterruptedException {
    this.settings = settings;
    this.data = Files.createDirectories(data);
    database = new Postgres(data, postgresPort);
    weather = new Weather(providers());
    agent = AgentJar.of(Saboteur.class, data.resolve("saboteur.jar"));
  }

  /** Starts everything, one after the other where one needs the other. */
  void start() throws InterruptedException, SQLException, IOException {
    Program postgres = add("postgres", database.command(), Map.of(), database::answers, List.of());
    Program temporal =
        add("temporal", temporal(), Map.of(), () -> listens(temporalPort), List.of());
    programs.add(
        new Program(
                "sandbox",
                sandbox(),
                Map.of(),
                data.resolve("sandbox.out.log"),
                () -> Http.get(providers() + "/sandbox/health").status() == 200,
                List.of(),
                weather::renew)
            .start());
    postgres.awaitReady(START);
    database.prepare();
    List<Program> stores = List.of(postgres, temporal);
    Program api = node("api", http, stores);
    node("worker-1", freePort(), stores);
    node("worker-2", freePort(), stores);
    api.awaitReady(START);
    database.run("duespark", Postgres.script("/com/duespark/sandbox/rig/instruments.sql"));
    awaitReady();
  }

  void awaitReady() throws InterruptedException {
    for (Program program : programs) {
      program.awaitReady(START);
    }
  }

  List<Program> programs() {
    return List.copyOf(programs);
  }

  /** What the program's users call. */
  String url() {
    return "http://127.0.0.1:" + http;
  }

  /** The providers. */
  String providers() {
    return "http://127.0.0.1:" + sandboxPort;
  }

  Path acceptedLog() {
    return data.resolve("sandbox").resolve("log.jsonl");
  }

  Postgres database() {
    return database;
  }

  Weather weather() {
    return weather;
  }

  @Override
  public void close() {
    programs.reversed().forEach(Program::close);
  }

  // ------------------------------------------------------------------ processes

  private Program add(
      String name,
      List<String> command,
      Map<String, String> environment,
      Program.Probe probe,
      List<Program> needs) {
    Program program =
        new Program(
                name, command, environment, data.resolve(name + ".out.log"), probe, needs, () -> {})
            .start();
    programs.add(program);
    return program;
  }

  private List<String> temporal() {
    return List.of(
        settings.temporal().toString(),
        "server",
        "start-dev",
        "--headless",
        "--ip=127.0.0.1",
        "--port=" + temporalPort,
        "--db-filename=" + data.resolve("temporal.db"),
        "--sqlite-pragma=journal_mode=WAL",
        "--sqlite-pragma=synchronous=NORMAL",
        "--dynamic-config-value=history.transferProcessorMaxPollRPS=100",
        "--log-level=warn");
  }

  private List<String> sandbox() {
    List<String> command = new ArrayList<>(List.of(java(), "-XX:+UseSerialGC"));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx3g", "-jar"));
    command.add(settings.app().resolve("duespark-sandbox.jar").toString());
    command.add("--http-port=" + sandboxPort);
    command.add("--smtp-port=" + freePort());
    command.add("--data=" + data.resolve("sandbox"));
    command.add("--public-url=" + providers());
    return command;
  }

  private Program node(String name, int port, List<Program> needs) throws IOException {
    int metrics = freePort();
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(settings.javaOptions());
    if (settings.sabotage() != Sabotage.NONE) {
      command.add("-javaagent:%s=%s".formatted(agent, settings.sabotage().name()));
    }
    command.addAll(List.of("-jar", settings.app().resolve("duespark.jar").toString()));
    Map<String, String> variables = variables();
    variables.put("DUESPARK_ROLE", name.replaceFirst("-.*", ""));
    variables.put("DUESPARK_HTTP_PORT", Integer.toString(port));
    variables.put("DUESPARK_METRICS_PORT", Integer.toString(metrics));
    String readiness = "http://127.0.0.1:" + metrics + "/readyz";
    return add(name, command, variables, () -> Http.get(readiness).status() == 200, needs);
  }

  /**
   * Addresses and keys, no cap on a business's mails, and shorter waits between tries: nobody wants
   * to look on for 17 minutes. The lease stays what it is.
   */
  private Map<String, String> variables() {
    Map<String, String> all = new HashMap<>();
    all.put("SPRING_PROFILES_ACTIVE", "rig");
    all.put("API_BASE_URL", url());
    all.put("DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + postgresPort + "/duespark");
    all.put("DATABASE_OWNER_USER", Postgres.OWNER);
    all.put("DATABASE_OWNER_PASSWORD", "rig");
    all.put("DATABASE_APP_USER", Postgres.APP);
    all.put("DATABASE_APP_PASSWORD", "rig");
    all.put("TEMPORAL_ADDRESS", "127.0.0.1:" + temporalPort);
    for (String name : List.of("JWT", "ENCRYPTION", "PORTAL", "AUDIT")) {
      byte[] secret = name.repeat(32).substring(0, 32).getBytes(StandardCharsets.UTF_8);
      all.put("DUESPARK_SECRET_" + name, Base64.getEncoder().encodeToString(secret));
    }
    all.put("POSTMARK_SERVER_TOKEN", "rig");
    all.put("DUESPARK_POSTMARK_HOST", "127.0.0.1:" + sandboxPort);
    all.put("DUESPARK_POSTMARK_SECURE", "false");
    all.put("STRIPE_API_BASE", providers());
    all.put("DUESPARK_PORTAL_CHECKOUT_ORIGIN", providers());
    all.put("DUESPARK_TESTBUSINESSES", "true");
    all.put("DUESPARK_SENDING_LOOKUPS", "2s,4s,10s");
    all.put("DUESPARK_SENDING_RETRIES", "1s,2s,4s,8s,15s,15s,30s,30s");
    all.put("DUESPARK_SENDING_REST", "1s");
    all.put("DUESPARK_QUOTAS_EMAILS", "1000000");
    all.put("DUESPARK_PAYMENTS_POLLEVERY", "10s");
    all.put("DUESPARK_PAYMENTS_POLLAFTERSECONDS", "5");
    return all;
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Below the ports that the system lends to outgoing connections. */
  private static int freePort() {
    for (int i = 0; i < 1_000; i++) {
      int port = NEXT_PORT.getAndIncrement();
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        // the next one
      }
    }
    throw new IllegalStateException("No port is free");
  }
}
