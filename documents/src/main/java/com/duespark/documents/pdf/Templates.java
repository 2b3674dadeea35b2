package com.duespark.documents.pdf;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The sheets' templates. Whatever a view says appears as text, never as markup. */
final class Templates {

  private static final Map<String, Template> COMPILED = new ConcurrentHashMap<>();
  private static final Mustache.Compiler COMPILER =
      Mustache.compiler()
          .withEscaper(text -> Escapers.HTML.escape(printable(text)))
          .withLoader(name -> new StringReader(text(name)));

  private Templates() {}

  /**
   * Fills a template.
   *
   * @param gap points of air above the pinned element
   */
  static String fill(String name, Object view, double gap) {
    return COMPILED
        .computeIfAbsent(name, key -> COMPILER.compile(text(key)))
        .execute(Map.of("sheet", view, "gap", String.format(Locale.ROOT, "%.2f", gap)));
  }

  static byte[] resource(String path) {
    try (var stream = Templates.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException("No resource " + path);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String name) {
    return new String(resource("/pdf/" + name), StandardCharsets.UTF_8);
  }

  /** Drops what XML cannot hold: control characters and halves of surrogate pairs. */
  private static String printable(String text) {
    return text.codePoints()
        .filter(
            c ->
                c == '\n'
                    || c == '\t'
                    || (c >= ' ' && c < 0x7F)
                    || (c >= 0xA0 && c <= 0xD7FF)
                    || (c >= 0xE000 && c < 0xFFFE)
                    || c > 0xFFFF)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
