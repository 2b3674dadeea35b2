package com.duespark.activities.exports;

import com.duespark.activities.exports.Manifest.Business;
import com.duespark.activities.exports.Manifest.Content;
import com.duespark.activities.exports.Zip.FileInfo;
import com.duespark.documents.pdf.InvoicePdf;
import com.duespark.domain.exports.Section;
import com.duespark.domain.exports.Sections;
import com.duespark.domain.exports.Snapshot.View;
import com.duespark.domain.invoices.Invoices;
import com.duespark.domain.payments.Payments;
import com.duespark.domain.payments.Standings;
import com.duespark.domain.shared.Json;
import com.duespark.domain.tenants.TenantProfile;
import com.duespark.domain.tenants.Tenants;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;

/** Puts one moment of the bound tenant into a ZIP (XPT-02). */
@Component
class Archive {

  private static final int FILES_OF_A_SECTION = 2;

  /** A PDF takes as long as so many rows. */
  private static final int ROWS_OF_A_PDF = 100;

  private static final int BUFFER = 1 << 16;

  /** Spreadsheets take a file without it for another alphabet. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private record Counted(Section section, long rows) {}

  private final Invoices invoices;
  private final Payments payments;
  private final Tenants tenants;

  Archive(Invoices invoices, Payments payments, Tenants tenants) {
    this.invoices = invoices;
    this.payments = payments;
    this.tenants = tenants;
  }

  /**
   * Writes it.
   *
   * @param withDocuments whether the PDFs of the invoices are in it
   * @param progress is told how much there is, and each time that some of it is written
   */
  Manifest write(View view, boolean withDocuments, OutputStream out, Progress progress)
      throws IOException {
    var tenant = tenants.current();
    var moment = view.moment();
    var papers = withDocuments ? view.issuedInvoices() : List.<UUID>of();
    var counted =
        Sections.ALL.stream().map(section -> new Counted(section, view.count(section))).toList();
    long rows = counted.stream().mapToLong(Counted::rows).sum();
    progress.whole(FILES_OF_A_SECTION * rows + (long) ROWS_OF_A_PDF * papers.size());
    try (var zip = new Zip(out, moment)) {
      zip.add("README.txt", text(readme(tenant, moment)));
      var contents = new ArrayList<Content>();
      for (var one : counted) {
        contents.add(
            new Content(one.section().name(), one.rows(), files(zip, view, one, progress)));
      }
      var documents = documents(zip, papers, tenant, progress);
      var manifest =
          new Manifest(
              Manifest.SCHEMA_VERSION,
              moment,
              new Business(tenant.id(), tenant.name()),
              contents,
              documents);
      zip.add("manifest.json", text(Json.write(manifest)));
      return manifest;
    }
  }

  private static String readme(TenantProfile tenant, Instant moment) {
    return """
      Everything that %s has in Duespark, as it was at %s.

      manifest.json    what is in this archive: rows, bytes and SHA-256 of each file
      <name>.jsonl     one JSON object a line, for programs
      <name>.csv       the same as a table, for spreadsheets: UTF-8 with a mark at its beginning, commas,
                       a line for each row. A text that a spreadsheet would take for a formula has a '
                       in front of it; the .jsonl files have every text as it is.
      documents/       the issued invoices as PDF, unless they were left out

      Amounts that end in _minor are in the smallest unit of their currency. Moments are in UTC. Ids are the
      same in all files. Passwords, keys and links' secrets are not in here. What payment and mail
      providers keep of their own, they keep.
      """
        .formatted(tenant.name(), moment);
  }

  private static Zip.Content text(String text) {
    return file -> file.write(text.getBytes(StandardCharsets.UTF_8));
  }

  // ------------------------------------------------------------------ rows

  private static List<FileInfo> files(Zip zip, View view, Counted counted, Progress progress)
      throws IOException {
    var section = counted.section();
    return List.of(
        zip.add(section.name() + ".jsonl", file -> lines(view, section, file, progress)),
        zip.add(section.name() + ".csv", file -> table(view, section, file, progress)));
  }

  private static void lines(View view, Section section, OutputStream file, Progress progress)
      throws IOException {
    var out = new BufferedOutputStream(file, BUFFER);
    view.rows(
        section,
        row -> {
          try {
            out.write(Json.write(row).getBytes(StandardCharsets.UTF_8));
            out.write('\n');
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          progress.more(1);
        });
    out.flush();
  }

  private static void table(View view, Section section, OutputStream file, Progress progress)
      throws IOException {
    var out =
        new OutputStreamWriter(new BufferedOutputStream(file, BUFFER), StandardCharsets.UTF_8);
    out.write(BYTE_ORDER_MARK);
    var csv = new CSVPrinter(out, CSVFormat.RFC4180);
    var columns = view.columns(section);
    csv.printRecord(columns);
    view.rows(
        section,
        row -> {
          try {
            csv.printRecord(columns.stream().map(column -> Cell.of(row.path(column))));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          progress.more(1);
        });
    csv.flush();
  }

  // ------------------------------------------------------------------ documents

  private List<FileInfo> documents(
      Zip zip, List<UUID> papers, TenantProfile tenant, Progress progress) throws IOException {
    var today = tenants.today();
    var files = new ArrayList<FileInfo>();
    for (var id : papers) {
      var invoice = invoices.find(id).orElseThrow();
      var standing = Standings.of(invoice, payments.of(id), today, tenant.zone());
      var pdf = InvoicePdf.render(Objects.requireNonNull(invoice.document()), standing, null);
      var name = Objects.requireNonNull(invoice.number()).replace('/', '-');
      files.add(zip.add("documents/" + name + ".pdf", file -> file.write(pdf)));
      progress.more(ROWS_OF_A_PDF);
    }
    return files;
  }
}
