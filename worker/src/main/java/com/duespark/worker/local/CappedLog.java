package com.duespark.worker.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A log file that never grows beyond its cap: a full one becomes {@code .1} and replaces the last.
 */
record CappedLog(Path file, long cap) {
  private static final int TAIL_BYTES = 8 * 1024;

  static CappedLog of(Path file) {
    return new CappedLog(file, 8L * 1024 * 1024);
  }

  /** Copies what a process says until it ends; runs on a thread of its own. */
  void follow(InputStream output) {
    byte[] buffer = new byte[8 * 1024];
    try (output) {
      for (int read = output.read(buffer); read >= 0; read = output.read(buffer)) {
        append(buffer, read);
      }
    } catch (IOException e) {
      // The process is gone, or the disk is full: neither may stop the one who keeps it alive.
    }
  }

  private void append(byte[] bytes, int length) throws IOException {
    if (Files.exists(file) && Files.size(file) + length > cap) {
      Path old = file.resolveSibling(file.getFileName() + ".1");
      Files.move(file, old, StandardCopyOption.REPLACE_EXISTING);
    }
    try (OutputStream out =
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      out.write(bytes, 0, length);
    }
  }

  /** The last lines, for an error message. */
  String tail(int lines) {
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(Math.max(0, Files.size(file) - TAIL_BYTES));
      List<String> all = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
    } catch (IOException e) {
      return "";
    }
  }
}
