package com.duespark.worker.system;

import com.duespark.domain.secrets.Sealed;
import com.duespark.domain.secrets.Secret;
import com.duespark.domain.secrets.Secrets;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A look at the rows themselves, where no endpoint shows them. */
record Database(int port, Path secrets) {
  /** First column of every row, read as owner of the tables. */
  List<String> ask(String sql, String... parameters) {
    return ask("owner", sql, parameters);
  }

  /** The same with the rights of the program, which has bound no tenant. */
  List<String> askAsProgram(String sql, String... parameters) {
    return ask("app", sql, parameters);
  }

  /** What the program sealed. */
  String open(String sealed) {
    Secret key = Secret.valueOf(password("duespark.secret.encryption"));
    return new Sealed(new Secrets(key, null, key, null, key, null, key, List.of())).open(sealed);
  }

  int count(String sql, String... parameters) {
    return Integer.parseInt(ask(sql, parameters).getFirst());
  }

  /** Locks the rows that a query names until closed, or until the server dies. */
  Connection hold(String sql, String parameter) {
    try {
      Connection connection = connect("owner");
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(sql + " for update")) {
        statement.setString(1, parameter);
        statement.execute();
      }
      return connection;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** What somebody could do who has the whole server: a change past every guard of the tables. */
  int tamper(String sql, String... parameters) {
    try (Connection connection = connect("postgres", "superuser");
        Statement off = connection.createStatement();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      off.execute("set session_replication_role = replica");
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private Connection connect(String role) throws SQLException {
    return connect("duespark_" + role, role);
  }

  private Connection connect(String user, String role) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/duespark",
        user,
        password("postgres." + role + ".password"));
  }

  private List<String> ask(String role, String sql, String... parameters) {
    try (Connection connection = connect(role);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      List<String> rows = new ArrayList<>();
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          rows.add(String.valueOf(found.getString(1)));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private String password(String name) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(secrets)) {
      properties.load(reader);
      return properties.getProperty(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
