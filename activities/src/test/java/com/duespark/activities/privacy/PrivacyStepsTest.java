package com.duespark.activities.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.activities.reminders.Office;
import com.duespark.activities.reminders.OfficeTest;
import com.duespark.domain.privacy.Obstacle;
import com.duespark.domain.privacy.PrivacyKind;
import com.duespark.domain.privacy.PrivacyRequest;
import com.duespark.domain.privacy.PrivacyRequests;
import com.duespark.domain.privacy.PrivacyStatus;
import com.duespark.domain.privacy.SubjectType;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.shared.Tenant;
import com.duespark.domain.storage.TestDatabase;
import com.duespark.workflows.privacy.PrivacyActivities;
import com.duespark.workflows.privacy.PrivacyActivities.Act;
import com.duespark.workflows.privacy.PrivacyActivities.Next;
import com.duespark.workflows.privacy.PrivacyWorkflow.PrivacyRef;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is next, and that a step that comes twice or late does no harm. */
@OfficeTest
class PrivacyStepsTest {

  @Autowired Office office;
  @Autowired PrivacyActivities steps;
  @Autowired PrivacyRequests requests;
  @Autowired TransactionTemplate transaction;

  private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());

  private Office.Desk desk;

  @BeforeEach
  void open() {
    desk = office.open();
  }

  @Test
  void aCopyIsMadeKeptForSevenDaysAndThrownAway() {
    var request = ask(PrivacyKind.EXPORT, SubjectType.CONTACT, desk.customer);

    assertThat(steps.look(request).act()).isEqualTo(Act.COLLECT);
    steps.collect(request);
    steps.collect(request);

    assertThat(read(request).status()).isEqualTo(PrivacyStatus.DONE);
    assertThat(file(request)).contains("Debtor");
    assertThat(steps.look(request).act()).isEqualTo(Act.WAIT);
    assertThat(steps.look(request).atMost())
        .isBetween(Duration.ofDays(7).minusMinutes(5), Duration.ofDays(7));
    steps.dropFile(request);
    assertThat(read(request).hasFile()).isTrue();

    set(request, "file_until = now() - interval '1 second'");
    assertThat(file(request)).isEmpty();
    assertThat(steps.look(request).act()).isEqualTo(Act.DROP_FILE);
    steps.dropFile(request);

    assertThat(read(request).hasFile()).isFalse();
    assertThat(steps.look(request).act()).isEqualTo(Act.END);
  }

  @Test
  void anErasureWaitsForWhatIsOwedAndWarnsOnceBeforeTheLastDay() {
    desk.sent("2037-03-13");
    var request = ask(PrivacyKind.ERASE, SubjectType.CONTACT, desk.customer);

    assertThat(steps.look(request).act()).isEqualTo(Act.WAIT);
    assertThat(read(request).waitingFor()).contains(Obstacle.BALANCE);
    steps.erase(request);
    assertThat(read(request).status()).isEqualTo(PrivacyStatus.WAITING);

    set(request, "created_at = now() - interval '25 days' + interval '3 seconds'");
    assertThat(steps.look(request).atMost()).isLessThan(Duration.ofSeconds(11));
    set(request, "created_at = now() - interval '25 days'");
    assertThat(steps.look(request).act()).isEqualTo(Act.WARN);
    steps.warn(request);
    steps.warn(request);

    assertThat(steps.look(request).act()).isEqualTo(Act.WAIT);
    assertThat(notices("privacy.due")).isEqualTo(1);
  }

  @Test
  void whatIsUnderWayIsLookedAtSoonAndThenMoreRarely() {
    var invoice = desk.sent("2037-03-13");
    owner.sql("update invoices set send_state = 'SENDING' where id = ?").param(invoice).update();
    var request = ask(PrivacyKind.ERASE, SubjectType.CONTACT, desk.customer);

    assertThat(steps.look(request)).isEqualTo(new Next(Act.WAIT, Duration.ofSeconds(10)));
    assertThat(read(request).waitingFor()).contains(Obstacle.UNDER_WAY);
    owner.sql("alter table privacy_requests disable trigger touch").update();
    try {
      set(request, "updated_at = now() - interval '10 minutes'");
      assertThat(steps.look(request).atMost())
          .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
      set(request, "updated_at = now() - interval '10 days'");
      assertThat(steps.look(request).atMost()).isEqualTo(Duration.ofHours(1));
    } finally {
      owner.sql("alter table privacy_requests enable trigger touch").update();
    }
  }

  @Test
  void whoOwesNothingIsErasedOnce() {
    var request = ask(PrivacyKind.ERASE, SubjectType.CONTACT, desk.customer);

    assertThat(steps.look(request).act()).isEqualTo(Act.ERASE);
    steps.erase(request);
    var first = read(request);
    steps.erase(request);

    assertThat(first.status()).isEqualTo(PrivacyStatus.DONE);
    assertThat(first.subjectName()).startsWith("Erased C-");
    assertThat(read(request)).isEqualTo(first);
    assertThat(steps.look(request).act()).isEqualTo(Act.END);
  }

  @Test
  void whatWasTakenBackIsNotDone() {
    var request = ask(PrivacyKind.ERASE, SubjectType.CONTACT, desk.customer);
    within(
        () -> {
          requests.cancel(request.requestId());
          return true;
        });

    steps.erase(request);

    assertThat(read(request).subjectName()).isEqualTo("Debtor");
    assertThat(steps.look(request).act()).isEqualTo(Act.END);
  }

  @Test
  void aCopyAskedForEarlierGoesWithThePerson() {
    var copy = ask(PrivacyKind.EXPORT, SubjectType.CONTACT, desk.customer);
    steps.collect(copy);
    var request = ask(PrivacyKind.ERASE, SubjectType.CONTACT, desk.customer);

    steps.erase(request);

    assertThat(read(copy).hasFile()).isFalse();
    assertThat(steps.look(copy).act()).isEqualTo(Act.END);
  }

  @Test
  void aMemberIsErasedWhenTheyAreNoneAnyMore() {
    owner
        .sql(
            """
            insert into audit_log (id, tenant_id, actor, action, entity_type, ip_address, salts)
            values (:id, :tenant, :user, 'auth.signed_in', 'user', '203.0.113.9',
              '{"ip_address": "00112233445566778899aabbccddeeff"}')
            """)
        .param("id", Ids.next())
        .param("tenant", desk.tenant)
        .param("user", desk.user.toString())
        .update();
    session();
    var request = ask(PrivacyKind.ERASE, SubjectType.USER, desk.user);
    assertThat(steps.look(request).act()).isEqualTo(Act.WAIT);
    assertThat(read(request).waitingFor()).containsExactly(Obstacle.MEMBERSHIP);

    owner
        .sql("update tenant_members set deleted_at = now() where tenant_id = ? and user_id = ?")
        .params(desk.tenant, desk.user)
        .update();
    assertThat(steps.look(request).act()).isEqualTo(Act.ERASE);
    steps.erase(request);

    assertThat(
            owner
                .sql("select count(*) from audit_log where tenant_id = ? and ip_address = ?")
                .params(desk.tenant, "203.0.113.9")
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(
            owner
                .sql(
                    """
                    select count(*) from sessions
                    where user_id = ? and ip_address is null and user_agent is null
                    """)
                .param(desk.user)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void aMembersCopyHoldsWhatTheyDidHere() {
    session();
    var request = ask(PrivacyKind.EXPORT, SubjectType.USER, desk.user);

    steps.collect(request);

    assertThat(file(request)).contains("Njeri", "tenant.created", desk.user + "@owner.example");
    assertThat(file(request)).contains("203.0.113.8", "Their browser");
    assertThat(file(request)).doesNotContain("password", "token_hash");
  }

  // ------------------------------------------------------------------ words of these tests

  /** The member has signed in. */
  private void session() {
    owner
        .sql(
            """
            insert into sessions (id, user_id, tenant_id, ip_address, user_agent)
            values (?, ?, ?, '203.0.113.8', 'Their browser')
            """)
        .params(Ids.next(), desk.user, desk.tenant)
        .update();
  }

  private PrivacyRef ask(PrivacyKind kind, SubjectType type, UUID subject) {
    var id =
        within(
            () ->
                requests.add(
                    kind, type, subject, "Known by voice", LocalDate.of(2037, 4, 1), desk.user));
    return new PrivacyRef(desk.tenant, id);
  }

  private PrivacyRequest read(PrivacyRef request) {
    return within(() -> requests.find(request.requestId()).orElseThrow());
  }

  private String file(PrivacyRef request) {
    return within(() -> requests.file(request.requestId()).orElse(""));
  }

  private void set(PrivacyRef request, String what) {
    owner
        .sql("update privacy_requests set %s where id = ?".formatted(what))
        .param(request.requestId())
        .update();
  }

  private int notices(String kind) {
    return owner
        .sql("select count(*) from notifications where tenant_id = ? and kind = ?")
        .params(desk.tenant, kind)
        .query(Integer.class)
        .single();
  }

  private <T> T within(Supplier<T> work) {
    return Tenant.call(
        desk.tenant, () -> Objects.requireNonNull(transaction.execute(running -> work.get())));
  }
}
