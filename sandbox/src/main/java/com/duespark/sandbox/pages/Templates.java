package com.duespark.sandbox.pages;

import com.duespark.sandbox.http.Reply;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Mustache pages in one frame with one stylesheet. Everything is escaped unless asked. */
final class Templates {
  private static final String CSP =
      "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-src 'self'";

  private final Map<String, Template> compiled = new ConcurrentHashMap<>();
  private final String style = read("sandbox.css");

  /** The page inside the frame; the model's {@code title} names it. */
  Reply page(int status, String name, Map<String, Object> model) {
    Map<String, Object> framed = new LinkedHashMap<>(model);
    framed.put("style", style);
    framed.put("content", template(name).execute(model));
    return Reply.html(status, template("frame").execute(framed))
        .with("Content-Security-Policy", CSP)
        .with("Referrer-Policy", "no-referrer");
  }

  private Template template(String name) {
    return compiled.computeIfAbsent(
        name, n -> Mustache.compiler().defaultValue("").compile(read(n + ".html")));
  }

  private static String read(String name) {
    try (InputStream file = Templates.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("The jar lacks " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
