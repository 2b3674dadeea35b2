package com.duespark.domain.quotas;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.shared.Ids;
import com.duespark.domain.storage.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.jdbc.PgConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The places for a business's jobs, as several processes take them. */
class JobsTest {

  private static final Quota STANDARD = new Quota(600, 1000, 2);

  private final List<Connection> connections = new ArrayList<>();
  private final UUID tenant = Ids.next();

  /** A transaction of some process. */
  private record Worker(Connection connection, Quotas quotas) {

    boolean takesAJob() {
      return quotas.takeJob();
    }
  }

  private Worker worker(UUID of) throws SQLException {
    var connection = TestDatabase.app().getConnection();
    connections.add(connection);
    connection.setAutoCommit(false);
    var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    jdbc.sql("select set_config('app.tenant_id', ?, true)")
        .param(of.toString())
        .query(String.class)
        .single();
    return new Worker(connection, new Quotas(jdbc, STANDARD));
  }

  @AfterEach
  void close() throws SQLException {
    for (var connection : connections) {
      connection.close();
    }
  }

  private static void kill(Worker worker) throws SQLException {
    int pid = worker.connection().unwrap(PgConnection.class).getBackendPID();
    JdbcClient.create(TestDatabase.superuser())
        .sql("select pg_terminate_backend(?, 10000)")
        .param(pid)
        .query(Boolean.class)
        .single();
  }

  @Test
  void thereAreSoManyAndNoMore() throws SQLException {
    assertThat(worker(tenant).takesAJob()).isTrue();
    assertThat(worker(tenant).takesAJob()).isTrue();

    assertThat(worker(tenant).takesAJob()).isFalse();
    assertThat(worker(Ids.next()).takesAJob()).as("of another business").isTrue();
  }

  @Test
  void aPlaceIsFreeWhenItsTransactionEndedOrItsProcessDied() throws SQLException {
    var done = worker(tenant);
    var dead = worker(tenant);
    assertThat(done.takesAJob()).isTrue();
    assertThat(dead.takesAJob()).isTrue();
    assertThat(worker(tenant).takesAJob()).isFalse();

    done.connection().commit();
    assertThat(worker(tenant).takesAJob()).isTrue();
    assertThat(worker(tenant).takesAJob()).isFalse();

    kill(dead);
    assertThat(worker(tenant).takesAJob()).isTrue();
  }
}
