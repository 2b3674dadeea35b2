package com.duespark.activities.reconcile;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duespark.domain.reconcile.OpenThings;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.storage.TestDatabase;
import com.duespark.workflows.reconcile.ReconcileActivities;
import com.duespark.workflows.reconcile.ReconcileWorkflow.Count;
import com.duespark.workflows.reconcile.ReconcileWorkflow.Reconciled;
import com.duespark.workflows.reconcile.ReconcileWorkflow.Thing;
import io.grpc.Status;
import io.temporal.failure.ActivityFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One round over a real database: what is started, what stops it and what does not. */
class ReconcileTest {

  private final OneServer temporal = new OneServer();
  private final TestActivityEnvironment world = TestActivityEnvironment.newInstance();
  private final OpenThings things = new OpenThings(JdbcClient.create(TestDatabase.app()));
  private final ReconcileActivities reconcile;

  ReconcileTest() {
    world.registerActivitiesImplementations(
        new ReconcileActivitiesImpl(
            things,
            new Starter(temporal.client()),
            new Crowd(temporal.client()),
            new TemporalNamespace(temporal.client())));
    reconcile = world.newActivityStub(ReconcileActivities.class);
  }

  @BeforeEach
  @AfterEach
  void nothingIsOpen() {
    sql("update account_deliveries set status = 'SENT' where status in ('NEW', 'ATTEMPTING')");
    sql("delete from temporal_namespace");
  }

  @AfterEach
  void close() {
    world.close();
    temporal.close();
  }

  @Test
  void whatDoesNotRunIsStartedOverManyPagesAndASecondRoundChangesNothing() {
    var mails = mails(1_203);

    assertThat(mails(reconcile.start())).isEqualTo(new Count(1_203, 0, 0));
    assertThat(runningMails()).containsExactlyInAnyOrderElementsOf(mails);
    assertThat(things.reconciledNamespace()).contains(temporal.namespaceId);

    assertThat(mails(reconcile.start())).isEqualTo(new Count(0, 1_203, 0));
    assertThat(runningMails()).hasSize(1_203);
  }

  @Test
  void thePageWaitsUntilTheWorkersHaveCaughtUp() {
    mails(1);
    temporal.crowd.addAll(List.of(9_000L, 0L, 0L, 201L, 150L, 50L));

    assertThat(mails(reconcile.start()).started()).isEqualTo(1);

    assertThat(temporal.crowd).isEmpty();
  }

  @Test
  void oneThatCannotBeStartedKeepsNobodyElseButTheNamespaceIsNotDone() {
    var mails = mails(20);
    temporal.refused.put(mails.get(3), Status.INVALID_ARGUMENT);
    temporal.running.add(mails.get(7));

    assertThat(mails(reconcile.start())).isEqualTo(new Count(18, 1, 1));
    assertThat(things.reconciledNamespace()).isEmpty();

    temporal.refused.clear();
    assertThat(mails(reconcile.start())).isEqualTo(new Count(1, 19, 0));
    assertThat(things.reconciledNamespace()).contains(temporal.namespaceId);
  }

  @Test
  void aServerThatIsAwayEndsTheAttemptAndTheNextGoesOn() {
    var mails = mails(600);
    temporal.refused.put(mails.get(550), Status.UNAVAILABLE);

    assertThatThrownBy(reconcile::start).isInstanceOf(ActivityFailure.class);
    assertThat(things.reconciledNamespace()).isEmpty();

    temporal.refused.clear();
    assertThat(mails(reconcile.start()).failed()).isZero();
    assertThat(runningMails()).containsExactlyInAnyOrderElementsOf(mails);
  }

  @Test
  void whoeverTakesOverGoesOnAfterTheLastPage() {
    var mails = mails(10);
    var fourth = UUID.fromString(mails.get(3).substring("account-mail/".length()));
    world.setHeartbeatDetails(
        Round.in(temporal.namespaceId).after(Thing.ACCOUNT_MAILS, fourth, new Count(4, 0, 0)));

    assertThat(mails(reconcile.start())).isEqualTo(new Count(10, 0, 0));
    assertThat(runningMails()).containsExactlyInAnyOrderElementsOf(mails.subList(4, 10));
  }

  @Test
  void aNamespaceThatWasMadeAnewMeanwhileIsNotDone() {
    world.setHeartbeatDetails(Round.in("the one before"));

    reconcile.start();

    assertThat(things.reconciledNamespace()).isEmpty();
  }

  /** Without the invoices that other tests left open in this database. */
  private List<String> runningMails() {
    return temporal.running.stream().filter(id -> id.startsWith("account-mail/")).toList();
  }

  private static Count mails(Reconciled reconciled) {
    return reconciled.counts().getOrDefault(Thing.ACCOUNT_MAILS, Count.NONE);
  }

  /** Open mails about accounts, by the ids of their workflows. */
  private static List<String> mails(int count) {
    var user = Ids.next();
    sql(
        """
        insert into users (id, email, display_name, referral_code)
        values ('%1$s', '%1$s@owner.example', 'Njeri', '%1$s')
        """
            .formatted(user));
    var ids = Stream.generate(Ids::next).limit(count).toList();
    sql(
        """
        insert into account_deliveries (id, user_id, type, recipient, dedupe_key, request)
        select id, '%s', 'VERIFY_EMAIL', 'a@b.example', id::text, '{}'
        from unnest('{%s}'::uuid[]) id
        """
            .formatted(user, ids.stream().map(UUID::toString).collect(joining(","))));
    return ids.stream().map(id -> "account-mail/" + id).toList();
  }

  private static void sql(String statement) {
    try (var connection = TestDatabase.owner().getConnection();
        var executed = connection.createStatement()) {
      executed.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }
}
