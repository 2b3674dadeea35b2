package com.duespark.worker.system;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** {@code ./duespark bench}: measures, prints a table and renews it in docs/performance.md. */
public final class Bench {
  private static final List<Chapter> CHAPTERS =
      List.of(
          new StartBench(),
          new LifecycleBench(),
          new HistoryBench(),
          new WebhookBench(),
          new InvoicesBench(),
          new PauseBench(),
          new SimulationBench(),
          new RushBench(),
          new AuditBench(),
          new ExportBench());

  private Bench() {}

  public static void main(String... names) throws Exception {
    for (String name : names) {
      if (CHAPTERS.stream().noneMatch(chapter -> chapter.name().equals(name))) {
        System.err.printf("There is no bench %s; there are %s.%n", name, all());
        System.exit(5);
      }
    }
    Page page = new Page(Path.of("docs/performance.md"));
    System.out.println(Machine.name());
    for (Chapter chapter : CHAPTERS) {
      if (names.length == 0 || List.of(names).contains(chapter.name())) {
        String before = Machine.load();
        Figures figures = chapter.measure();
        String table = Page.table(chapter.name(), figures, before, Machine.load());
        System.out.println(table);
        page.renew(chapter.name(), table);
      }
    }
    if (names.length == 0) {
      page.renew("machine", Machine.name() + ".\n");
    }
  }

  private static String all() {
    return CHAPTERS.stream().map(Chapter::name).collect(Collectors.joining(", "));
  }
}
