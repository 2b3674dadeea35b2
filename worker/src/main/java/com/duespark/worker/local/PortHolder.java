package com.duespark.worker.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names the process that listens on a port, from Linux's {@code /proc}; elsewhere, or when it
 * belongs to another user, nobody is named.
 */
final class PortHolder {
  private static final String LISTENING = "0A";

  private PortHolder() {}

  static Optional<String> of(int port) {
    Set<String> sockets =
        Stream.of("/proc/net/tcp", "/proc/net/tcp6")
            .flatMap(table -> lines(Path.of(table)).stream())
            .map(line -> line.strip().split("\\s+"))
            .filter(columns -> columns.length > 9 && columns[3].equals(LISTENING))
            .filter(columns -> columns[1].endsWith(":%04X".formatted(port)))
            .map(columns -> "socket:[" + columns[9] + "]")
            .collect(Collectors.toSet());
    if (sockets.isEmpty()) {
      return Optional.empty();
    }
    return ProcessHandle.allProcesses()
        .filter(process -> holdsAny(process, sockets))
        .findFirst()
        .map(PortHolder::describe);
  }

  private static boolean holdsAny(ProcessHandle process, Set<String> sockets) {
    try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
      return open.anyMatch(file -> sockets.contains(target(file)));
    } catch (IOException | RuntimeException e) {
      return false; // gone meanwhile, or not ours to see
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "";
    }
  }

  private static String describe(ProcessHandle process) {
    String command =
        process
            .info()
            .command()
            .map(path -> Path.of(path).getFileName().toString().toLowerCase(Locale.ROOT))
            .orElse("process");
    return "%s (pid %d)".formatted(command, process.pid());
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      return List.of();
    }
  }
}
