package com.duespark.worker.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Reads settings before Spring starts, by Spring's own rules: command line, then system properties,
 * then environment variables in any of Spring's spellings, then the short names below.
 *
 * <p>Short names: {@code DUESPARK_HTTP_PORT} for {@code duespark.ports.http} (and so for any port),
 * {@code TEMPORAL_ADDRESS} for {@code duespark.temporal.address} (and so for namespace and API
 * key).
 */
public final class Settings {
  private static final Pattern SHORT_PORT = Pattern.compile("DUESPARK_(\\w+)_PORT");

  private Settings() {}

  /** The environment that is also handed to Spring, so that both sides read the same settings. */
  public static ConfigurableEnvironment environment(Map<String, String> variables, String... args) {
    StandardEnvironment environment = new StandardEnvironment();
    MutablePropertySources sources = environment.getPropertySources();
    String variablesName = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    sources.replace(
        variablesName,
        new SystemEnvironmentPropertySource(variablesName, new LinkedHashMap<>(variables)));
    sources.addFirst(new SimpleCommandLinePropertySource(args));
    sources.addLast(new MapPropertySource("short names", shortNames(variables)));
    return environment;
  }

  /** Reads the settings below a prefix; the message of a refusal names the one that is wrong. */
  public static <T> T bind(ConfigurableEnvironment environment, String prefix, Class<T> type) {
    try {
      return Binder.get(environment).bindOrCreate(prefix, Bindable.of(type));
    } catch (BindException e) {
      Object value = e.getProperty() == null ? "" : e.getProperty().getValue();
      throw StartRefused.badConfiguration(
          "The setting %s cannot be read%s."
              .formatted(e.getName(), value == "" ? "" : ": " + value));
    }
  }

  private static Map<String, Object> shortNames(Map<String, String> variables) {
    Map<String, Object> names = new LinkedHashMap<>();
    variables.forEach(
        (name, value) -> {
          Matcher port = SHORT_PORT.matcher(name);
          if (port.matches()) {
            String key = port.group(1).toLowerCase(Locale.ROOT).replace('_', '-');
            names.put("duespark.ports." + key, value);
          }
        });
    for (String key : List.of("address", "namespace", "api-key")) {
      String name = "TEMPORAL_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
      String value = variables.getOrDefault(name, "");
      if (!value.isBlank()) {
        names.put("duespark.temporal." + key, value);
      }
    }
    return names;
  }
}
