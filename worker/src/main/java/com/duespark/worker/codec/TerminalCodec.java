package com.duespark.worker.codec;

import com.duespark.domain.datakeys.DataKeys;
import com.duespark.domain.datakeys.KeyRing;
import com.duespark.domain.secrets.Sealed;
import com.duespark.domain.secrets.Secrets;
import com.duespark.worker.local.DatabaseSettings;
import com.duespark.worker.local.LocalServices;
import com.duespark.worker.local.LocalSettings;
import com.duespark.worker.local.Settings;
import com.duespark.worker.local.StartRefused;
import io.temporal.common.converter.DataConverter;
import java.util.function.Supplier;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.util.function.SingletonSupplier;

/**
 * The codec for a command at the terminal, without Spring. PostgreSQL and the installation's keys
 * are looked for when the first payload needs them.
 */
public final class TerminalCodec {

  private TerminalCodec() {}

  /** As the program writes and reads, by the same settings. */
  public static DataConverter converter(ConfigurableEnvironment environment) {
    var properties = Settings.bind(environment, "duespark.codec", CodecProperties.class);
    return new TenantCodec(keys(environment), properties.enabled()).converter();
  }

  /** Only reads. */
  public static TenantCodec reader(ConfigurableEnvironment environment) {
    return new TenantCodec(keys(environment), false);
  }

  private static Supplier<KeyRing> keys(ConfigurableEnvironment environment) {
    return SingletonSupplier.of(() -> open(environment));
  }

  private static KeyRing open(ConfigurableEnvironment environment) {
    var found =
        LocalServices.database(LocalSettings.from(environment), DatabaseSettings.from(environment));
    environment.getPropertySources().addLast(new MapPropertySource("codec", found));
    var secrets = Settings.bind(environment, "duespark.secret", Secrets.class);
    var database =
        new DriverManagerDataSource(
            environment.getRequiredProperty("spring.datasource.url"),
            environment.getRequiredProperty("spring.datasource.username"),
            environment.getRequiredProperty("spring.datasource.password"));
    var jdbc = JdbcClient.create(database);
    try {
      var unused = jdbc.sql("select 1").query(Integer.class).single();
    } catch (DataAccessException | TransactionException e) {
      throw new StartRefused(
          StartRefused.Reason.BAD_CONFIGURATION,
          "The payloads are encrypted, and PostgreSQL, which has their keys, does not answer at %s."
              .formatted(database.getUrl()),
          e);
    }
    return new KeyRing(
        new DataKeys(jdbc, new JdbcTransactionManager(database), new Sealed(secrets)));
  }
}
