package com.duespark.worker.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ./duespark up} makes of an empty directory: the program, its PostgreSQL, its Temporal
 * and the sandbox, with the settings and the Java options that everybody gets. Only the rate limits
 * are those of the profile {@code rig}, and the demo business is left out.
 */
final class Launched implements Installation, AutoCloseable {
  private static final Path LAUNCHER = Path.of("duespark").toAbsolutePath();
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration STOP = Duration.ofMinutes(1);

  private final Path data;
  private final List<String> options = new ArrayList<>();
  private final int http = Programs.freePort();
  private final int temporal = Programs.freePort();
  private final int postgres = Programs.freePort();
  private final int sandbox = Programs.freePort();
  private @Nullable Process launcher;

  Launched(Path data) {
    this.data = data.toAbsolutePath();
    options.add("--data=" + this.data);
    options.add("--port=" + http);
    options.add("--temporal-port=" + temporal);
    options.add("--temporal-ui-port=" + Programs.freePort());
    options.add("--postgres-port=" + postgres);
    options.add("--sandbox-port=" + sandbox);
    options.add("--smtp-port=" + Programs.freePort());
    options.add("--metrics-port=" + Programs.freePort());
    options.add("--duespark.public-url=" + url());
    options.add("--duespark.demo=false");
    options.add("--spring.profiles.active=rig");
  }

  /** A started one in a fresh directory below the target, with settings of its own. */
  static Launched started(String name, String... settings) {
    Launched installation = new Launched(fresh(name));
    installation.options.addAll(List.of(settings));
    installation.start();
    return installation;
  }

  /** An empty directory that nothing has used yet. */
  static Path fresh(String name) {
    try {
      Path all = Files.createDirectories(Path.of("worker/target/bench"));
      return Files.createTempDirectory(all, name + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts it and waits until it is healthy.
   *
   * @param javaOptions for the program, besides those of everybody and of DUESPARK_JAVA_OPTS
   * @return how long that took, the launcher's own work included
   */
  Duration start(String... javaOptions) {
    List<String> command = new ArrayList<>(List.of(LAUNCHER.toString(), "up"));
    command.addAll(options);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .merge(
            "DUESPARK_JAVA_OPTS",
            String.join(" ", javaOptions),
            (given, ours) -> given + " " + ours);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("launcher.log").toFile()));
    long begun = System.nanoTime();
    try {
      launcher = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    await().atMost(START).pollInterval(Duration.ofMillis(10)).until(this::isHealthy);
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private boolean isHealthy() {
    if (launcher == null || !launcher.isAlive()) {
      throw new IllegalStateException("./duespark up ended; its output is in " + data);
    }
    try {
      return Http.get(url() + "/readyz").status() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  /** Runs a command of the launcher on it, to its end. */
  Ended command(String... words) {
    List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
    command.addAll(List.of(words));
    command.add("--data=" + data);
    long begun = System.nanoTime();
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      return new Ended(code, output, Duration.ofNanos(System.nanoTime() - begun));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A command that is through. */
  record Ended(int code, String output, Duration took) {
    void requireSuccess() {
      if (code != 0) {
        throw new IllegalStateException(output);
      }
    }
  }

  @Override
  public void close() {
    stop();
  }

  /** Stops it as Ctrl-C does; it can be started again. */
  void stop() {
    Process running = launcher;
    launcher = null;
    if (running != null) {
      running.destroy();
      await().atMost(STOP).until(() -> !running.isAlive());
    }
  }

  @Override
  public String url() {
    return "http://127.0.0.1:" + http;
  }

  @Override
  public Sandbox sandbox() {
    return new Sandbox("http://127.0.0.1:" + sandbox);
  }

  @Override
  public Database database() {
    return new Database(postgres, data.resolve("secrets.properties"));
  }

  String temporalAddress() {
    return "127.0.0.1:" + temporal;
  }

  /** The program itself. */
  Machine.Processes program() {
    return Machine.Processes.one(pidIn(data.resolve("duespark.lock")));
  }

  /**
   * A child by name, with its own children: {@code postgres}, {@code temporal}, {@code sandbox}.
   */
  Machine.Processes child(String name) {
    return Machine.Processes.tree(pidIn(data.resolve("run/" + name + ".pid")));
  }

  /** The first number in a file. */
  private static long pidIn(Path file) {
    try (Scanner words = new Scanner(file, StandardCharsets.UTF_8).useDelimiter("\\D+")) {
      return words.nextLong();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
