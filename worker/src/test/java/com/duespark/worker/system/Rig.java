package com.duespark.worker.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The running system: the packed program and the packed sandbox as processes of their own, on free
 * ports and in a data directory below {@code target/rig}, whose logs are kept. Started by the first
 * test that asks, stopped with the JVM.
 */
final class Rig implements Installation {
  private static final Path PROGRAM = Path.of("target/duespark.jar");
  private static final Path SANDBOX = Path.of("../sandbox/target/duespark-sandbox.jar");
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(15);

  private static @Nullable Rig running;

  private final Path data;
  private final int http = Programs.freePort();
  private final int metrics = Programs.freePort();
  private final int temporal = Programs.freePort();
  private final int temporalUi = Programs.freePort();
  private final int postgres = Programs.freePort();
  private final int sandboxHttp = Programs.freePort();
  private final int sandboxSmtp = Programs.freePort();
  private final String temporalBin;
  private final Process sandbox;
  private String mailProvider = "postmark";
  private boolean codec;
  private Process program;

  private Rig(String temporalBin) {
    this.temporalBin = temporalBin;
    data = Path.of("target/rig/" + http).toAbsolutePath();
    makeDirectory(data);
    sandbox = Programs.java(output("sandbox"), SANDBOX, sandboxArguments());
    program = Programs.java(output("program"), PROGRAM, programArguments());
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "rig"));
    awaitReady();
  }

  /** Starts on first use; skips the test where the packed programs or Temporal are not there. */
  static synchronized Rig running() {
    Rig rig = running;
    if (rig == null) {
      require(Files.exists(PROGRAM) && Files.exists(SANDBOX), "mvn package makes the programs");
      String bin = Programs.temporalCommand();
      require(!bin.isEmpty(), "set -Dduespark.temporal.bin to the temporal command");
      rig = new Rig(bin);
      running = rig;
    }
    return rig;
  }

  @Override
  public String url() {
    return "http://127.0.0.1:" + http;
  }

  /** Where metrics and probes are. */
  String operatorUrl() {
    return "http://127.0.0.1:" + metrics;
  }

  String temporalUiUrl() {
    return "http://127.0.0.1:" + temporalUi;
  }

  @Override
  public Sandbox sandbox() {
    return new Sandbox("http://127.0.0.1:" + sandboxHttp);
  }

  @Override
  public Database database() {
    return new Database(postgres, data.resolve("secrets.properties"));
  }

  Temporal temporal() {
    return new Temporal("127.0.0.1:" + temporal);
  }

  /** The child of that name: {@code temporal} or {@code postgres}. */
  ProcessHandle child(String name) {
    try {
      String pid = Files.readAllLines(data.resolve("run/" + name + ".pid")).getFirst();
      return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kills the program alone, as a crash would; its children live on. */
  void killProgram() {
    kill(program.toHandle());
  }

  /** Kills the program, Temporal and PostgreSQL at once; the providers live on. */
  void killEverything() {
    List<ProcessHandle> all = new ArrayList<>();
    all.add(program.toHandle());
    program.toHandle().descendants().forEach(all::add);
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(Rig::awaitEnd);
  }

  /** Takes Temporal's database away, as a lost disk would; a running server is killed with it. */
  void forgetTemporal() {
    for (String part : List.of("", "-wal", "-shm")) {
      delete(data.resolve("temporal.db" + part));
    }
    if (program.isAlive()) {
      kill(child("temporal"));
    }
  }

  /** Puts a copy of PostgreSQL's data aside, while everything is down. */
  void keepDatabase() {
    copy(data.resolve("postgres"), data.resolve("postgres.kept"));
  }

  /** PostgreSQL is again as it was when it was kept; everything is down. */
  void restoreDatabase() {
    delete(data.resolve("postgres"));
    move(data.resolve("postgres.kept"), data.resolve("postgres"));
  }

  /**
   * Runs a command of the packed program, as the launcher does.
   *
   * @return what it printed, and its exit code on the last line
   */
  String command(String... words) {
    Path printed = output("command-" + System.nanoTime());
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.add("--duespark.data=" + data);
    Process process = Programs.java(printed, PROGRAM, arguments);
    try {
      int code = process.waitFor();
      return Files.readString(printed) + "exit " + code;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw new IllegalStateException("interrupted", e);
    }
  }

  void startAgain() {
    program = Programs.java(output("program"), PROGRAM, programArguments());
    awaitReady();
  }

  /** From here on mail goes through a server that cannot be asked. */
  void mailBySmtp() {
    mailBy("smtp");
  }

  void mailByPostmark() {
    mailBy("postmark");
  }

  private void mailBy(String provider) {
    mailProvider = provider;
    killProgram();
    startAgain();
  }

  /** Sends a signal such as {@code STOP} or {@code CONT}. */
  static void signal(String signal, ProcessHandle process) {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Keeps what the program's threads wait for beside its logs: somebody waited in vain. */
  static synchronized void keepThreads() {
    Rig rig = running;
    if (rig == null) {
      return;
    }
    String pid = Long.toString(rig.program.pid());
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Path dump = rig.data.resolve("logs/threads-" + System.nanoTime() + ".log");
    try {
      new ProcessBuilder(jcmd.toString(), pid, "Thread.dump_to_file", dump.toString())
          .inheritIO()
          .start()
          .waitFor(10, TimeUnit.SECONDS);
    } catch (IOException e) {
      System.err.println("The threads cannot be seen: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** From here on payloads are encrypted, or are not. */
  void encryptPayloads(boolean wanted) {
    codec = wanted;
    killProgram();
    startAgain();
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    awaitEnd(process);
  }

  private static void awaitEnd(ProcessHandle process) {
    await().atMost(STOP).until(() -> !process.isAlive());
  }

  /** Waits until the program answers that it has everything it needs. */
  void awaitReady() {
    await().atMost(START).pollInterval(Duration.ofMillis(100)).until(this::isReady);
  }

  private boolean isReady() {
    if (!program.isAlive() || !sandbox.isAlive()) {
      throw new IllegalStateException("A program ended while starting; its output is in " + data);
    }
    try {
      return Http.get(url() + "/readyz").status() == 200 && sandbox().isUp();
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  private List<String> sandboxArguments() {
    return List.of(
        "--http-port=" + sandboxHttp,
        "--smtp-port=" + sandboxSmtp,
        "--data=" + data.resolve("sandbox"),
        "--public-url=http://127.0.0.1:" + sandboxHttp);
  }

  private List<String> programArguments() {
    String providers = "127.0.0.1:" + sandboxHttp;
    return Stream.of(
            "data=" + data,
            "temporal.bin=" + temporalBin,
            "ports.http=" + http,
            "ports.metrics=" + metrics,
            "ports.temporal=" + temporal,
            "ports.temporal-ui=" + temporalUi,
            "ports.postgres=" + postgres,
            "public-url=" + url(),
            "codec.enabled=" + codec,
            "test-businesses=true",
            "login.mode=both",
            "login.clerk.issuer=http://" + providers,
            "login.clerk.origins=" + url(),
            "login.clerk.webhook-secret=" + Sandbox.CLERK_SECRET,
            "sending.providers=" + mailProvider,
            "smtp.host=127.0.0.1",
            "smtp.port=" + sandboxSmtp,
            "smtp.starttls=false",
            "postmark.host=" + providers,
            "postmark.secure=false",
            "postmark.server-token=rig",
            "stripe.api-base=http://" + providers,
            "portal.checkout-origin=http://" + providers,
            "rates.auth=100000/1m",
            "rates.user=100000/1m",
            "quotas.api-requests=100000",
            "rates.portal=100000/1m",
            "sending.lease=2s",
            "sending.lookups=300ms,700ms,1500ms",
            "sending.retries=500ms,1s,1s,1s,1s,1s,1s,1s",
            "sending.rest=1s",
            "quotas.emails=100000",
            "payments.poll-every=2s",
            "payments.poll-after-seconds=1")
        .map("--duespark."::concat)
        .toList();
  }

  private Path output(String name) {
    return data.resolve(name + ".out.log");
  }

  private void stop() {
    program.destroy();
    try {
      if (!program.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        killEverything();
      }
    } catch (InterruptedException e) {
      killEverything();
    }
    sandbox.destroyForcibly();
    delete(data.resolve("postgres"));
    delete(data.resolve("postgres-binaries"));
  }

  private static void delete(Path tree) {
    try (Stream<Path> files = Files.walk(tree)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      System.err.println(tree + " was not deleted: " + e);
    }
  }

  /** With owners and rights, which PostgreSQL insists on. */
  private static void copy(Path tree, Path target) {
    try {
      var copying = new ProcessBuilder("cp", "-a", tree.toString(), target.toString()).start();
      if (copying.waitFor() != 0) {
        throw new IllegalStateException(tree + " cannot be copied");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static void move(Path tree, Path target) {
    try {
      Files.move(tree, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void makeDirectory(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A rig that cannot be set up is a failure, not a test less. */
  private static void require(boolean met, String advice) {
    if (!met) {
      throw new IllegalStateException(advice);
    }
  }
}
