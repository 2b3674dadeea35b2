package com.duespark.sandbox.rig;

import com.duespark.sandbox.log.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.stream.Stream;

/** {@code ./duespark rig}: exit code 0 without damage, 1 with, 2 when the run itself failed. */
public final class RigMain {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");

  private RigMain() {}

  public static void main(String... arguments) throws Exception {
    RigSettings settings;
    try {
      settings = RigSettings.parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println(RigSettings.USAGE);
      System.exit(5);
      return;
    }
    System.exit(run(settings));
  }

  private static int run(RigSettings settings) throws IOException {
    String stamp = STAMP.format(LocalDateTime.now(ZoneId.systemDefault()));
    Path data = settings.directory().resolve(stamp);
    Path file = settings.directory().resolve(stamp + ".json");
    try {
      Report report = new Run(settings, data).go();
      System.out.println("\n" + report.text());
      Files.writeString(file, Json.write(report.json()));
      System.out.println("The whole report: " + file);
      if (report.exitCode() == 0) {
        delete(data);
      } else {
        System.out.println("Logs and data: " + data);
      }
      return report.exitCode();
    } catch (Exception e) {
      e.printStackTrace();
      System.err.println("The rig failed. Logs and data: " + data);
      return 2;
    }
  }

  private static void delete(Path tree) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
