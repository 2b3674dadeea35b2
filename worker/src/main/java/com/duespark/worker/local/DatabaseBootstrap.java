package com.duespark.worker.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * Roles, database and schema rights, as superuser, before the first migration. Safe to run at every
 * start. The two SQL files do the same for a PostgreSQL outside.
 */
final class DatabaseBootstrap {
  static final String OWNER = "duespark_owner";
  static final String APP = "duespark_app";

  /** Opens a superuser's connection to a database. */
  @FunctionalInterface
  interface Superuser {
    Connection connect(String database) throws SQLException;
  }

  private final Superuser superuser;
  private final String database;

  DatabaseBootstrap(Superuser superuser, String database) {
    this.superuser = superuser;
    this.database = database;
  }

  void run(Map<String, String> passwords) {
    try {
      try (Connection connection = superuser.connect("postgres");
          Statement statement = connection.createStatement()) {
        statement.execute(script("roles.sql"));
        for (Map.Entry<String, String> role : passwords.entrySet()) {
          statement.execute(
              "alter role %s password %s"
                  .formatted(role.getKey(), statement.enquoteLiteral(role.getValue())));
        }
        if (!exists(connection)) {
          statement.execute("create database %s owner %s".formatted(database, OWNER));
        }
      }
      try (Connection connection = superuser.connect(database);
          Statement statement = connection.createStatement()) {
        statement.execute(script("schema.sql"));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database cannot be prepared: " + e.getMessage(), e);
    }
  }

  private boolean exists(Connection connection) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select 1 from pg_database where datname = ?")) {
      query.setString(1, database);
      try (ResultSet found = query.executeQuery()) {
        return found.next();
      }
    }
  }

  private static String script(String name) {
    String path = "/db/bootstrap/" + name;
    try (InputStream in = DatabaseBootstrap.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
