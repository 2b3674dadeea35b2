package com.duespark.worker.system;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/**
 * A business with a hundred thousand invoices takes everything away, and a small one its papers.
 */
final class ExportBench implements Chapter {
  private static final int INVOICES = 100_000;
  private static final int PAPERS = 1_000;
  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final double MEGABYTE = 1e6;

  @Override
  public String name() {
    return "export";
  }

  @Override
  public Figures measure() throws Exception {
    try (Launched installation = Launched.started(name())) {
      Business large = withInvoices(installation, INVOICES);
      Business small = withInvoices(installation, PAPERS);
      Meter meter = new Meter(installation);
      made(small, false); // the second time everything is warm

      Meter.Series rows = meter.measure(1, 1, only -> made(large, false));
      JsonNode archive = large.list("/v1/export").getFirst();
      Meter.Series papers = meter.measure(1, 1, only -> made(small, true));

      return new Figures()
          .add(
              "rows of %,d invoices, without PDFs".formatted(INVOICES),
              number(archive, "row_count"))
          .add("made in", Figures.number(seconds(rows)) + " s")
          .add(
              "the archive", Figures.number(archive.path("size_bytes").asLong() / MEGABYTE) + " MB")
          .add("processor time", split(rows))
          .add(
              "%,d invoices with their PDFs made in".formatted(PAPERS),
              Figures.number(seconds(papers)) + " s")
          .add("JVM afterwards, RSS", installation.program().resident() + " MB");
    }
  }

  private static Business withInvoices(Launched installation, int count) {
    Business business = Business.foundedOn(installation);
    Copies.ofInvoice(installation.database(), business.sent(), count);
    return business;
  }

  private static void made(Business business, boolean documents) {
    Archive.awaited(business, Archive.ask(business, documents), PATIENCE);
  }

  private static double seconds(Meter.Series series) {
    return series.time().toMillis() / 1e3;
  }

  private static String number(JsonNode export, String field) {
    return "%,d".formatted(export.path(field).asLong());
  }

  private static String split(Meter.Series series) {
    return "program %s, PostgreSQL %s s"
        .formatted(
            Figures.number(series.cpuOfOne("program") / 1e3),
            Figures.number(series.cpuOfOne("postgres") / 1e3));
  }
}
