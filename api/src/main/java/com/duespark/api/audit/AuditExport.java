package com.duespark.api.audit;

import com.duespark.domain.audit.Audit;
import com.duespark.domain.audit.AuditEntry;
import com.duespark.domain.audit.AuditPages;
import com.duespark.domain.audit.AuditPages.Filter;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.shared.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Writes entries into a file as they are read, and notes in the log itself who took them. */
@Component
class AuditExport {

  /** Entries of one file, at most. */
  static final int MOST = 100_000;

  /** What the file is. */
  enum Format {
    csv,
    jsonl
  }

  private final AuditPages pages;
  private final Audit audit;
  private final JsonMapper json;
  private final TransactionTemplate transaction;
  private final TransactionTemplate reading;

  AuditExport(
      AuditPages pages, Audit audit, JsonMapper json, PlatformTransactionManager transactions) {
    this.pages = pages;
    this.audit = audit;
    this.json = json;
    transaction = new TransactionTemplate(transactions);
    reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
  }

  /**
   * Writes the file.
   *
   * @throws Refused when there are more than {@link #MOST} entries
   */
  void write(
      Format format, AuditQuery asked, Filter filter, Trail trail, HttpServletResponse response)
      throws IOException {
    long entries = pages.count(filter, MOST + 1L);
    if (entries > MOST) {
      throw Refused.invalid(
          "from", "TOO_MANY", "These are more than %,d entries; choose fewer days".formatted(MOST));
    }
    transaction.executeWithoutResult(running -> note(format, asked, entries, trail));
    response.setContentType(
        switch (format) {
          case csv -> "text/csv; charset=utf-8";
          case jsonl -> "application/x-ndjson; charset=utf-8";
        });
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit-log.%s\"".formatted(format));
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
      if (format == Format.csv) {
        out.write(AuditCsv.HEAD);
      }
      reading.executeWithoutResult(
          running -> pages.each(filter, MOST, entry -> write(out, format, entry)));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void note(Format format, AuditQuery asked, long entries, Trail trail) {
    Map<String, @Nullable Object> what = new LinkedHashMap<>();
    what.put("format", format);
    what.put("entries", entries);
    what.put("entity_type", asked.entityType());
    what.put("entity_id", asked.entityId());
    what.put("actor", asked.actor());
    what.put("action", asked.action());
    what.put("from", asked.from());
    what.put("to", asked.to());
    what.values().removeIf(Objects::isNull);
    audit.record(trail, "audit.exported", "audit_log", null, null, what);
  }

  private void write(Writer out, Format format, AuditEntry entry) {
    try {
      switch (format) {
        case csv -> out.write(AuditCsv.line(entry));
        case jsonl -> {
          out.write(json.writeValueAsString(AuditLine.of(entry)));
          out.write('\n');
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
