package com.duespark.sandbox;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the sandbox is started.
 *
 * @param publicUrl where browsers reach it; empty for the address it binds
 * @param mailWebhooks {@code http://name:password@host:port} of whoever hears what becomes of
 *     mails; empty for nobody
 * @param address what it listens on; anything but the loopback address shows it to others
 */
public record Settings(
    int httpPort,
    int smtpPort,
    Path data,
    String publicUrl,
    String mailWebhooks,
    InetAddress address) {
  static final String USAGE =
      "Usage: java -jar duespark-sandbox.jar [--http-port=8030] [--smtp-port=8031]"
          + " [--data=sandbox-data] [--public-url=http://127.0.0.1:8030] [--address=127.0.0.1]"
          + " [--mail-webhooks=http://NAME:PASSWORD@127.0.0.1:8000]";
  private static final Set<String> NAMES =
      Set.of("http-port", "smtp-port", "data", "public-url", "address", "mail-webhooks");

  public Settings(int httpPort, int smtpPort, Path data, String publicUrl) {
    this(httpPort, smtpPort, data, publicUrl, "", InetAddress.getLoopbackAddress());
  }

  static Settings parse(String... arguments) {
    Map<String, String> given = new HashMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      String name = equals < 2 ? argument : argument.substring(2, equals);
      if (equals < 2 || !argument.startsWith("--") || !NAMES.contains(name)) {
        throw new IllegalArgumentException("Unknown argument " + argument + ".");
      }
      given.put(name, argument.substring(equals + 1));
    }
    return new Settings(
        port(given, "http-port", 8030),
        port(given, "smtp-port", 8031),
        Path.of(given.getOrDefault("data", "sandbox-data")),
        given.getOrDefault("public-url", "").replaceFirst("/+$", ""),
        mailWebhooks(given.getOrDefault("mail-webhooks", "")),
        address(given.get("address")));
  }

  private static String mailWebhooks(String given) {
    if (!given.isEmpty() && !given.matches("http://[^/@]+:[^/@]+@[^/@:]+:\\d+")) {
      throw new IllegalArgumentException(
          "--mail-webhooks is http://NAME:PASSWORD@HOST:PORT, not " + given);
    }
    return given;
  }

  private static InetAddress address(@Nullable String given) {
    if (given == null) {
      return InetAddress.getLoopbackAddress();
    }
    try {
      return InetAddress.ofLiteral(given);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--address is an IP address, not " + given, e);
    }
  }

  private static int port(Map<String, String> given, String name, int otherwise) {
    String text = given.getOrDefault(name, String.valueOf(otherwise));
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
      throw new IllegalArgumentException("--" + name + " is a number from 0 to 65535, not " + text);
    }
    return Integer.parseInt(text);
  }
}
