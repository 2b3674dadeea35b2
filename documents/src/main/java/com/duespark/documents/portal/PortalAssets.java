package com.duespark.documents.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The page's stylesheet and fonts, each under a name that holds a hash of its content, so that
 * browsers may keep it for good.
 */
public final class PortalAssets {

  private static final String PATH = "/portal/assets/";
  private static final String STYLESHEET = "portal.css";
  private static final List<String> FONTS =
      List.of(
          "schibsted-grotesk-latin-wght-normal.woff2",
          "schibsted-grotesk-latin-ext-wght-normal.woff2",
          "duespark-figures.woff2");

  private static final Map<String, String> HASHED = new HashMap<>();
  private static final Map<String, Asset> ASSETS = new HashMap<>();

  static {
    var css = new String(resource(STYLESHEET), StandardCharsets.UTF_8);
    for (var font : FONTS) {
      add(font, resource(font), "font/woff2");
      css = css.replace("url(" + font + ")", "url(" + HASHED.get(font) + ")");
    }
    add("OFL.txt", resource("OFL.txt"), "text/plain; charset=utf-8");
    add(STYLESHEET, css.getBytes(StandardCharsets.UTF_8), "text/css; charset=utf-8");
  }

  private PortalAssets() {}

  /** A file and its media type. The bytes are shared: read only. */
  @SuppressWarnings("ArrayRecordComponent") // handed to the response as they are
  public record Asset(byte[] bytes, String contentType) {}

  /**
   * The address of a file.
   *
   * @throws IllegalArgumentException when there is no such file
   */
  public static String href(String name) {
    var hashed = HASHED.get(name);
    if (hashed == null) {
      throw new IllegalArgumentException("No asset " + name);
    }
    return PATH + hashed;
  }

  /** The file of a hashed name; empty when the name or the hash is unknown. */
  public static Optional<Asset> find(String hashedName) {
    return Optional.ofNullable(ASSETS.get(hashedName));
  }

  static byte[] resource(String name) {
    try (InputStream in = PortalAssets.class.getResourceAsStream("/portal/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(String name, byte[] bytes, String contentType) {
    var dot = name.lastIndexOf('.');
    var hashed = name.substring(0, dot) + "." + hash(bytes) + name.substring(dot);
    HASHED.put(name, hashed);
    ASSETS.put(hashed, new Asset(bytes, contentType));
  }

  private static String hash(byte[] bytes) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
