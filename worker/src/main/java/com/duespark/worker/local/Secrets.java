package com.duespark.worker.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Passwords and keys of one data directory, made once at random so that a first run needs no
 * configuration. Each value is 32 random bytes in base64.
 */
final class Secrets {
  static final String SUPERUSER_PASSWORD = "postgres.superuser.password";
  static final String OWNER_PASSWORD = "postgres.owner.password";
  static final String APP_PASSWORD = "postgres.app.password";
  static final String APPLICATION_PREFIX = "duespark.secret.";
  private static final String CODEC_TOKEN = "codec.token";

  private static final String[] NAMES = {
    SUPERUSER_PASSWORD,
    OWNER_PASSWORD,
    APP_PASSWORD,
    APPLICATION_PREFIX + "jwt",
    APPLICATION_PREFIX + "encryption",
    APPLICATION_PREFIX + "portal",
    APPLICATION_PREFIX + "audit",
    CODEC_TOKEN
  };

  private final Map<String, String> values;

  private Secrets(Map<String, String> values) {
    this.values = values;
  }

  /** Refuses to invent new keys for data that was written with lost ones. */
  static Secrets open(DataDirectory data) {
    Path file = data.secrets();
    boolean present = Files.exists(file);
    if (!present && Files.exists(data.postgres())) {
      throw StartRefused.badConfiguration(
          "%s is missing, but %s holds data that needs it. Put the file back, or move the data away to begin anew."
              .formatted(file, data.postgres()));
    }
    Map<String, String> values = present ? read(file) : new TreeMap<>();
    boolean complete = true;
    for (String name : NAMES) {
      if (!values.containsKey(name)) {
        values.put(name, random());
        complete = false;
      }
    }
    if (!complete) {
      DataDirectory.writeSecretly(file, render(values));
    }
    return new Secrets(values);
  }

  String get(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("No secret is called " + name);
    }
    return value;
  }

  /** The keys that the application signs and encrypts with. */
  Map<String, Object> springProperties() {
    return values.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(APPLICATION_PREFIX))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Opens the codec endpoint; fit for an address. */
  String codecToken() {
    return get(CODEC_TOKEN).replace('+', '-').replace('/', '_').replace("=", "");
  }

  private static String random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static Map<String, String> read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> values = new TreeMap<>();
    properties
        .stringPropertyNames()
        .forEach(name -> values.put(name, properties.getProperty(name)));
    return values;
  }

  private static String render(Map<String, String> values) {
    StringBuilder text =
        new StringBuilder("# Made by Duespark. Keep it with the data, keep it secret.\n");
    values.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    return text.toString();
  }

  @Override
  public String toString() {
    return "Secrets[***]";
  }
}
