package com.duespark.worker.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Where things lie below {@code duespark.data}. Readable by its user alone: it holds secrets. */
public record DataDirectory(Path root) {

  static DataDirectory open(Path root) {
    try {
      if (!Files.isDirectory(root)) {
        Files.createDirectories(root, ownerOnly("rwx------"));
      }
      DataDirectory directory = new DataDirectory(root.toRealPath());
      Files.createDirectories(directory.logs());
      Files.createDirectories(directory.run());
      return directory;
    } catch (IOException e) {
      throw new StartRefused(
          StartRefused.Reason.BAD_CONFIGURATION,
          "The data directory %s (duespark.data) cannot be created: %s".formatted(root, e),
          e);
    }
  }

  Path lock() {
    return root.resolve("duespark.lock");
  }

  Path secrets() {
    return root.resolve("secrets.properties");
  }

  Path postgres() {
    return root.resolve("postgres");
  }

  Path postgresBinaries() {
    return root.resolve("postgres-binaries");
  }

  Path temporalDatabase() {
    return root.resolve("temporal.db");
  }

  public Path logs() {
    return root.resolve("logs");
  }

  public Path log(String name) {
    return logs().resolve(name + ".log");
  }

  private Path run() {
    return root.resolve("run");
  }

  PidFile pidFile(String name) {
    return new PidFile(run().resolve(name + ".pid"));
  }

  /** Writes whole or not at all, for the owner's eyes only. */
  static void writeSecretly(Path file, String text) {
    try {
      Path fresh =
          Files.createTempFile(
              file.getParent(), file.getFileName().toString(), ".new", ownerOnly("rw-------"));
      Files.writeString(fresh, text);
      Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileAttribute<?>[] ownerOnly(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
