package com.duespark.domain.storage;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * One embedded PostgreSQL per test JVM, set up as an installation is: roles by a superuser, tables
 * by the owner, everything else as the app.
 */
public final class TestDatabase {

  private static final String OWNER = "duespark_owner";
  private static final String APP = "duespark_app";

  private static final EmbeddedPostgres SERVER = start();

  private TestDatabase() {}

  public static String url() {
    return SERVER.getJdbcUrl(APP, "postgres");
  }

  /** The app's role through a pool, as the program has it. */
  public static HikariDataSource pool() {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(url());
    pool.setMaximumPoolSize(20);
    return pool;
  }

  /** The role the program runs as: under row level security. */
  public static DataSource app() {
    return SERVER.getDatabase(APP, "postgres");
  }

  /** The role that migrates; for what a test must see or age from outside. */
  public static DataSource owner() {
    return SERVER.getDatabase(OWNER, "postgres");
  }

  /** Who owns the server; for tests of what is found although every guard was switched off. */
  public static DataSource superuser() {
    return SERVER.getPostgresDatabase();
  }

  private static EmbeddedPostgres start() {
    try {
      var server = EmbeddedPostgres.builder().start();
      run(server, "/db/bootstrap/roles.sql");
      run(server, "/db/bootstrap/schema.sql");
      Flyway.configure()
          .dataSource(server.getDatabase(OWNER, "postgres"))
          .locations("classpath:db/migration")
          .load()
          .migrate();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(EmbeddedPostgres server, String script) throws IOException {
    try (var sql = TestDatabase.class.getResourceAsStream(script);
        var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8));
    } catch (SQLException e) {
      throw new IllegalStateException(script, e);
    }
  }
}
