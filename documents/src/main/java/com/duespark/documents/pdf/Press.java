package com.duespark.documents.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Turns well-formed XHTML into a PDF. The same input gives the same bytes: dates and the document's
 * id come from the input, never from the clock.
 */
final class Press {

  private static final String FAMILY = "Schibsted Grotesk";
  private static final String PRODUCER = "Duespark";

  private static final Map<Integer, byte[]> FONTS = new TreeMap<>();

  static {
    XRLog.setLoggingEnabled(false);
    for (int weight : new int[] {400, 600, 700, 800}) {
      FONTS.put(weight, Templates.resource("/fonts/schibsted-grotesk-" + weight + ".ttf"));
    }
  }

  private Press() {}

  /** What a sheet says about itself. */
  record Imprint(String title, String author, LocalDate day) {}

  /**
   * Prints a template. Its element {@code pinned}, if any, is moved to the foot of the page it
   * falls on, by the template's variable {@code gap} in points.
   */
  static byte[] print(String template, Object view, Imprint imprint) {
    try {
      var html = Templates.fill(template, view, 0);
      double gap;
      try (var renderer = renderer(html)) {
        renderer.layout();
        gap = roomUnderPinned(renderer);
      }
      var pinned = gap > 1 ? Templates.fill(template, view, gap - 1) : html;
      try (var renderer = renderer(pinned)) {
        renderer.layout();
        return save(renderer, pinned, imprint);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PdfBoxRenderer renderer(String html) {
    var builder =
        new PdfRendererBuilder()
            .useExternalResourceAccessControl(
                (uri, type) -> uri.startsWith("data:"),
                ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
            .useExternalResourceAccessControl(
                (uri, type) -> uri.startsWith("data:"),
                ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
            .useUriResolver((base, uri) -> uri != null && uri.startsWith("data:") ? uri : null)
            .useReplacementText("?")
            .withProducer(PRODUCER)
            .withHtmlContent(html, null);
    FONTS.forEach(
        (weight, font) ->
            builder.useFont(
                () -> new ByteArrayInputStream(font), FAMILY, weight, FontStyle.NORMAL, true));
    return builder.buildPdfRenderer();
  }

  private static double roomUnderPinned(PdfBoxRenderer renderer) {
    var pinned = renderer.getSharedContext().getBoxById("pinned");
    if (pinned == null) {
      return 0;
    }
    int bottom = pinned.getAbsY() + pinned.getHeight();
    return renderer.getRootBox().getLayer().getPages().stream()
        .filter(page -> page.getTop() <= bottom && bottom <= page.getBottom())
        .mapToDouble(page -> (page.getBottom() - bottom) / renderer.getDotsPerPoint())
        .findFirst()
        .orElse(0);
  }

  private static byte[] save(PdfBoxRenderer renderer, String html, Imprint imprint)
      throws IOException {
    try (var document = renderer.createPDFKeepOpen()) {
      var about = document.getDocumentInformation();
      var day = GregorianCalendar.from(imprint.day().atStartOfDay(ZoneOffset.UTC));
      about.setTitle(imprint.title());
      about.setAuthor(imprint.author());
      about.setProducer(PRODUCER);
      about.setCreationDate(day);
      about.setModificationDate(day);
      document.getDocumentCatalog().setLanguage("en");
      document.setDocumentId(fingerprint(html));
      var bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static long fingerprint(String html) {
    var crc = new CRC32();
    crc.update(html.getBytes(StandardCharsets.UTF_8));
    return crc.getValue();
  }
}
