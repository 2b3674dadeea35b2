package com.duespark.worker.system;

import static org.awaitility.Awaitility.await;

import com.duespark.worker.system.Figures.Goal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** From {@code ./duespark up} to an API that answers. */
final class StartBench implements Chapter {
  private static final int LATER = 7;
  private static final Path PROGRAM = Path.of(".tools/app");

  @Override
  public String name() {
    return "start";
  }

  @Override
  public Figures measure() throws Exception {
    try (Launched installation = new Launched(Launched.fresh(name()))) {
      Duration first = installation.start("-XX:AOTMode=off");
      installation.stop();
      installation.start();
      await().atMost(Duration.ofMinutes(3)).until(StartBench::hasCache);
      installation.stop();

      List<Duration> later = new ArrayList<>();
      for (int i = 0; i < LATER; i++) {
        later.add(installation.start());
        if (i < LATER - 1) {
          installation.stop();
        }
      }
      return new Figures()
          .add("the first start, in an empty directory", seconds(first))
          .add(
              "a later start, median of %d".formatted(LATER),
              Figures.percentile(later, 0.5) / 1000,
              " s",
              Goal.atMost(5))
          .add("the slowest of them", Figures.number(Figures.percentile(later, 1) / 1000) + " s")
          .add("JVM when healthy, RSS", installation.program().resident() + " MB");
    }
  }

  private static String seconds(Duration time) {
    return Figures.number(time.toMillis() / 1000.0) + " s";
  }

  /** What the launcher makes in the background of a first start. */
  private static boolean hasCache() throws IOException {
    try (Stream<Path> files = Files.list(PROGRAM)) {
      return files.anyMatch(file -> file.toString().endsWith(".aot"));
    }
  }
}
