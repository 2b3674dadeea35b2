package com.duespark.worker.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresIT {
  private static DataDirectory data;
  private static Secrets secrets;
  private static int port;
  private static LocalPostgres postgres;

  @BeforeAll
  static void start(@TempDir Path parent) throws Exception {
    data = DataDirectory.open(parent.resolve("data"));
    secrets = Secrets.open(data);
    port = FreePort.any();
    postgres = new LocalPostgres(data, port, secrets);
    postgres.start();
  }

  @AfterAll
  static void stop() {
    long pid = postgres.process().pid().orElseThrow();
    postgres.close();
    assertThat(ProcessHandle.of(pid)).isEmpty();
  }

  @Test
  void hasRolesThatCannotPassTheirBounds() throws Exception {
    assertThat(
            query(
                superuser(),
                """
                select concat_ws(' ', rolname, rolcanlogin, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb)
                from pg_roles where rolname like 'duespark%' order by rolname
                """))
        .containsExactly(
            "duespark_app t f f f f", "duespark_lookup f f f f f", "duespark_owner t f f f f");
    assertThat(
            query(
                superuser(),
                """
                select concat_ws(' ', pg_get_userbyid(datdba), pg_get_userbyid(nspowner))
                from pg_database, pg_namespace where datname = 'duespark' and nspname = 'public'
                """))
        .containsExactly("duespark_owner duespark_owner");
    assertThat(
            query(
                owner(),
                "select inherit_option || ' ' || set_option from pg_auth_members where roleid = 'duespark_lookup'::regrole and member = 'duespark_owner'::regrole"))
        .containsExactly("false true");
  }

  @Test
  void letsTheAppUseButNotMakeTables() throws Exception {
    execute(owner(), "create table used (id int); grant select, insert on used to duespark_app");

    execute(app(), "insert into used values (1)");

    assertThat(query(app(), "select id from used")).containsExactly("1");
    assertThatThrownBy(() -> execute(app(), "create table mine (id int)"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied for schema public");
    assertThatThrownBy(() -> execute(app(), "create schema mine"))
        .hasMessageContaining("permission denied for database");
    assertThatThrownBy(() -> execute(app(), "drop table used"))
        .hasMessageContaining("must be owner");
    assertThatThrownBy(() -> execute(app(), "set role duespark_lookup"))
        .hasMessageContaining("permission denied to set role");
  }

  @Test
  void letsAMigrationHandAFunctionToLookup() throws Exception {
    execute(
        owner(),
        """
        create function answer() returns int language sql security definer set search_path = public as 'select 42';
        alter function answer() owner to duespark_lookup;
        create extension if not exists pg_trgm;
        """);

    assertThat(query(app(), "select answer()")).containsExactly("42");
  }

  @Test
  void needsAPasswordFromEverybody() {
    assertThatThrownBy(() -> postgres.connect("duespark", "postgres", "guess"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void promisesThatACommitIsOnDisk() throws Exception {
    assertThat(query(app(), "show fsync")).containsExactly("on");
    assertThat(query(app(), "show synchronous_commit")).containsExactly("on");
  }

  @Test
  void comesBackWithItsDataWhenThePostmasterIsKilled() throws Exception {
    execute(owner(), "create table kept (id int); insert into kept values (7)");
    long killed = postgres.process().pid().orElseThrow();

    ProcessHandle.of(killed).orElseThrow().destroyForcibly();

    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                postgres.process().pid().orElseThrow() != killed
                    && postgres.process().state() == ManagedProcess.State.READY);
    assertThat(query(owner(), "select id from kept")).containsExactly("7");
  }

  @Test
  void replacesAnOrphanAndKeepsItsData(@TempDir Path parent) throws Exception {
    DataDirectory orphaned = DataDirectory.open(parent.resolve("orphaned"));
    Secrets keys = Secrets.open(orphaned);
    int orphanPort = FreePort.any();
    LocalPostgres first = new LocalPostgres(orphaned, orphanPort, keys);
    first.start();
    long orphan = first.process().pid().orElseThrow();
    first.process().retire(); // as if the program that kept it had been killed

    try (LocalPostgres second = new LocalPostgres(orphaned, orphanPort, Secrets.open(orphaned))) {
      second.start();

      assertThat(ProcessHandle.of(orphan)).isEmpty();
      assertThat(second.process().pid().orElseThrow()).isNotEqualTo(orphan);
    }
  }

  private static Connection superuser() throws SQLException {
    return postgres.connect("duespark", "postgres", secrets.get(Secrets.SUPERUSER_PASSWORD));
  }

  private static Connection owner() throws SQLException {
    return postgres.connect("duespark", "duespark_owner", secrets.get(Secrets.OWNER_PASSWORD));
  }

  private static Connection app() throws SQLException {
    return postgres.connect("duespark", "duespark_app", secrets.get(Secrets.APP_PASSWORD));
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (connection;
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> query(Connection connection, String sql) throws SQLException {
    try (connection;
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }
}
