package com.duespark.worker.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the rig runs and where it finds it. */
final class Programs {
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

  /** A port that nobody listens on just now. */
  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
