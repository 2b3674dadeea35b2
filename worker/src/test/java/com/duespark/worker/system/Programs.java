package com.duespark.worker.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** What the rig runs and where it finds it. */
final class Programs {
  private static final int FIRST_PORT = 12_000;
  private static final int PORTS = 20_000;
  private static final int TRIES = 200;

  /** Begins anywhere, so that two runs beside each other seldom meet. */
  private static final AtomicInteger NEXT_PORT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(PORTS));

  private Programs() {}

  /** Starts a packed program with a small heap. */
  static Process java(Path output, Path jar, List<String> arguments) {
    return java(output, jar, arguments, Map.of());
  }

  /** The same with further variables in its environment. */
  static Process java(
      Path output, Path jar, List<String> arguments, Map<String, String> variables) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "-jar", jar.toString()));
    command.addAll(arguments);
    return start(output, command, variables);
  }

  /** Starts any program; what it says is appended to a file. */
  static Process start(Path output, List<String> command, Map<String, String> variables) {
    ProcessBuilder program =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    program.environment().putAll(variables);
    try {
      return program.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A port that nobody listens on and that was not given before. Below those that the system lends
   * to outgoing connections: one of them could have it by the time the program starts.
   */
  static int freePort() {
    for (int i = 0; i < TRIES; i++) {
      int port = FIRST_PORT + Math.floorMod(NEXT_PORT.getAndIncrement(), PORTS);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        // the next one
      }
    }
    throw new IllegalStateException("no port is free");
  }

  /** The setting, or the command on the path; empty when there is none. */
  static String temporalCommand() {
    String given = System.getProperty("duespark.temporal.bin");
    if (given != null && !given.isBlank()) {
      return given;
    }
    return Stream.of(System.getenv("PATH").split(":"))
        .map(directory -> Path.of(directory, "temporal"))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst()
        .orElse("");
  }
}
