package com.duespark.worker.local;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * A PostgreSQL outside. With {@code url} set no embedded one is started.
 *
 * <p>Owner and app are two roles on purpose (RLS-02): the owner migrates and its policies let it
 * see every tenant, the app owns nothing. {@code db/bootstrap} creates both.
 *
 * @param url {@code DATABASE_URL}: {@code jdbc:postgresql://host:port/name} or {@code
 *     postgres://user:password@host:port/name}; a user in it is the owner
 * @param appUser {@code DATABASE_APP_USER}
 * @param appPassword {@code DATABASE_APP_PASSWORD}
 * @param ownerUser {@code DATABASE_OWNER_USER}
 * @param ownerPassword {@code DATABASE_OWNER_PASSWORD}
 */
public record DatabaseSettings(
    @Nullable String url,
    @Nullable String appUser,
    @Nullable String appPassword,
    @Nullable String ownerUser,
    @Nullable String ownerPassword) {

  public static DatabaseSettings from(ConfigurableEnvironment environment) {
    DatabaseSettings read = Settings.bind(environment, "database", DatabaseSettings.class);
    return read.url != null && read.url.isBlank()
        ? new DatabaseSettings(null, null, null, null, null)
        : read;
  }

  public boolean isExternal() {
    return url != null;
  }

  /** Spring's properties for both roles; names the variable that is missing. */
  public Map<String, Object> springProperties() {
    Address address = Address.parse(required(url, "DATABASE_URL"));
    String app = required(appUser, "DATABASE_APP_USER");
    String owner = required(ownerUser != null ? ownerUser : address.user, "DATABASE_OWNER_USER");
    if (app.equals(owner)) {
      throw StartRefused.badConfiguration(
          "DATABASE_APP_USER and DATABASE_OWNER_USER are both %s. They must differ: the owner sees every business."
              .formatted(app));
    }
    return springProperties(
        address.jdbcUrl,
        app,
        required(appPassword, "DATABASE_APP_PASSWORD"),
        owner,
        required(
            ownerPassword != null ? ownerPassword : address.password, "DATABASE_OWNER_PASSWORD"));
  }

  static Map<String, Object> springProperties(
      String jdbcUrl, String app, String appPassword, String owner, String ownerPassword) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("spring.datasource.url", jdbcUrl);
    properties.put("spring.datasource.username", app);
    properties.put("spring.datasource.password", appPassword);
    properties.put("spring.flyway.url", jdbcUrl);
    properties.put("spring.flyway.user", owner);
    properties.put("spring.flyway.password", ownerPassword);
    return properties;
  }

  private static String required(@Nullable String value, String variable) {
    if (value == null || value.isBlank()) {
      throw StartRefused.badConfiguration("The setting %s is missing.".formatted(variable));
    }
    return value;
  }

  private record Address(String jdbcUrl, @Nullable String user, @Nullable String password) {

    static Address parse(String url) {
      if (url.startsWith("jdbc:postgresql:")) {
        return new Address(url, null, null);
      }
      if (!url.startsWith("postgres://") && !url.startsWith("postgresql://")) {
        throw StartRefused.badConfiguration(
            "DATABASE_URL must begin with jdbc:postgresql:// or postgres://.");
      }
      URI uri;
      try {
        uri = URI.create(url);
      } catch (IllegalArgumentException e) {
        throw new StartRefused(
            StartRefused.Reason.BAD_CONFIGURATION, "DATABASE_URL is not an address.", e);
      }
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      String jdbcUrl = "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query;
      String userInfo = uri.getRawUserInfo();
      if (userInfo == null) {
        return new Address(jdbcUrl, null, null);
      }
      int colon = userInfo.indexOf(':');
      return colon < 0
          ? new Address(jdbcUrl, decode(userInfo), null)
          : new Address(
              jdbcUrl, decode(userInfo.substring(0, colon)), decode(userInfo.substring(colon + 1)));
    }

    private static String decode(String part) {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
  }

  @Override
  public String toString() {
    return "DatabaseSettings[" + (isExternal() ? "external" : "embedded") + "]";
  }
}
