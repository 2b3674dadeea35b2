package com.duespark.worker.local;

import com.duespark.worker.Role;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What a start can be told, below {@code duespark.}
 *
 * @param role {@code duespark.role}, {@code DUESPARK_ROLE}
 * @param data {@code duespark.data}, {@code DUESPARK_DATA}: directory of everything that is kept
 * @param ports {@code duespark.ports.<name>}, {@code DUESPARK_<NAME>_PORT}: overrides of {@link
 *     #DEFAULT_PORTS} and further ports that children listen on
 * @param temporal the Temporal server, outside or local
 * @param codec whether Temporal's payloads are encrypted
 * @param children further processes to keep alive, by name
 */
public record LocalSettings(
    @DefaultValue("all") Role role,
    @DefaultValue(".duespark") String data,
    @DefaultValue Map<String, Integer> ports,
    @DefaultValue Temporal temporal,
    @DefaultValue Codec codec,
    @DefaultValue Map<String, Child> children) {

  public static final String HTTP = "http";
  public static final String METRICS = "metrics";
  static final String TEMPORAL = "temporal";
  static final String TEMPORAL_UI = "temporal-ui";
  static final String POSTGRES = "postgres";

  private static final Map<String, Integer> DEFAULT_PORTS =
      Map.of(HTTP, 8000, METRICS, 9464, TEMPORAL, 7233, TEMPORAL_UI, 8233, POSTGRES, 54329);

  /**
   * The Temporal server.
   *
   * @param address {@code duespark.temporal.address}, {@code TEMPORAL_ADDRESS}: host:port of a
   *     Temporal server outside; nothing local is started then
   * @param bin {@code duespark.temporal.bin}, {@code DUESPARK_TEMPORAL_BIN}: the {@code temporal}
   *     command; without it the one on the path
   */
  public record Temporal(@Nullable String address, @DefaultValue("temporal") String bin) {}

  /**
   * The payload codec.
   *
   * @param enabled {@code duespark.codec.enabled}, {@code DUESPARK_CODEC_ENABLED}
   * @param token {@code duespark.codec.token}, {@code DUESPARK_CODEC_TOKEN}; without it one of the
   *     data directory's own
   */
  public record Codec(@DefaultValue("false") boolean enabled, @Nullable String token) {

    Optional<String> ownToken() {
      return Optional.ofNullable(token).filter(given -> !given.isBlank());
    }

    @Override
    public String toString() {
      return "Codec[%s, ***]".formatted(enabled);
    }
  }

  /**
   * A further process to keep alive.
   *
   * @param command program and arguments
   * @param ready address that answers 2xx once the child can be used; without it the child counts
   *     as ready when it runs
   * @param environment variables to add to ours
   * @param title words for the start-up summary, shown with {@code url}
   * @param url address for people
   */
  public record Child(
      List<String> command,
      @Nullable String ready,
      @DefaultValue Map<String, String> environment,
      @Nullable String title,
      @Nullable String url) {}

  public static LocalSettings from(ConfigurableEnvironment environment) {
    LocalSettings settings = Settings.bind(environment, "duespark", LocalSettings.class);
    settings.ports.forEach(
        (name, port) -> {
          if (port < 1 || port > 65535) {
            throw StartRefused.badConfiguration(
                "The setting duespark.ports.%s must be a port from 1 to 65535, not %d."
                    .formatted(name, port));
          }
        });
    return settings;
  }

  public Path dataDirectory() {
    return Path.of(data).toAbsolutePath().normalize();
  }

  /** The port of that name, or its default. */
  public int port(String name) {
    Integer port = ports.getOrDefault(name, DEFAULT_PORTS.get(name));
    if (port == null) {
      throw StartRefused.badConfiguration(
          "The setting duespark.ports.%s is missing.".formatted(name));
    }
    return port;
  }

  public String webAddress() {
    return "http://127.0.0.1:" + port(HTTP);
  }

  String temporalAddress() {
    String outside = temporal.address();
    return outside != null ? outside : "127.0.0.1:" + port(TEMPORAL);
  }

  String temporalUiAddress() {
    return "http://127.0.0.1:" + port(TEMPORAL_UI);
  }

  public boolean bringsTemporal() {
    return temporal.address() == null;
  }

  /**
   * Spring's properties for a node: it listens on the public port only in the role {@code api}, and
   * logs in the machine's language.
   *
   * @throws StartRefused when one of its ports is taken
   */
  public Map<String, Object> nodeProperties() {
    Map<String, Integer> used = new LinkedHashMap<>();
    used.put(METRICS, port(METRICS));
    if (role == Role.API) {
      used.put(HTTP, port(HTTP));
    }
    PortCheck.requireFree(used);
    return Map.of(
        "server.port", used.getOrDefault(HTTP, -1),
        "duespark.ports.metrics", port(METRICS),
        "logging.structured.format.console", "ecs");
  }

  /** Every port that this start will listen on, by name, in a stable order. */
  Map<String, Integer> portsInUse(boolean bringsPostgres) {
    Map<String, Integer> used = new LinkedHashMap<>();
    used.put(HTTP, port(HTTP));
    used.put(METRICS, port(METRICS));
    if (bringsTemporal()) {
      used.put(TEMPORAL, port(TEMPORAL));
      used.put(TEMPORAL_UI, port(TEMPORAL_UI));
    }
    if (bringsPostgres) {
      used.put(POSTGRES, port(POSTGRES));
    }
    ports.keySet().stream()
        .filter(name -> !DEFAULT_PORTS.containsKey(name))
        .sorted()
        .forEach(name -> used.put(name, port(name)));
    return used;
  }
}
