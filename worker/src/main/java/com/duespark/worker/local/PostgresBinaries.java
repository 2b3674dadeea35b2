package com.duespark.worker.local;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.io.FileUtils;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs for this operating system, unpacked once per version below the data
 * directory. An interrupted unpacking is never used: the directory gets its name at the end.
 */
record PostgresBinaries(Path directory) {

  static PostgresBinaries unpackedIn(Path parent) {
    try {
      byte[] archive = archive();
      CRC32 fingerprint = new CRC32();
      fingerprint.update(archive);
      Path directory = parent.resolve("%08x".formatted(fingerprint.getValue()));
      if (!Files.isDirectory(directory)) {
        FileUtils.deleteDirectory(parent.toFile());
        Path fresh = Files.createDirectories(parent.resolve("new-" + UUID.randomUUID()));
        unpack(archive, fresh);
        Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE);
      }
      return new PostgresBinaries(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL cannot be unpacked to " + parent, e);
    }
  }

  /**
   * The command line of one program. PostgreSQL refuses to run as root, so root runs it in a user
   * namespace of its own, where it is nobody and the files still belong to root.
   */
  List<String> command(String program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    if (LinuxUtils.isUnshareAvailable()) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(directory.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    return command;
  }

  private static byte[] archive() throws IOException {
    String system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
    String processor = System.getProperty("os.arch");
    try (InputStream in = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, processor)) {
      if (in == null) {
        throw StartRefused.badConfiguration(
            "No PostgreSQL is included for %s on %s. Set DATABASE_URL to one of your own."
                .formatted(system, processor));
      }
      return in.readAllBytes();
    }
  }

  private static void unpack(byte[] archive, Path target) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("The archive reaches outside: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
          continue;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
          if ((entry.getMode() & 0100) != 0 && !path.toFile().setExecutable(true, false)) {
            throw new IOException(path + " cannot be made executable");
          }
        }
      }
    }
  }
}
