package com.duespark.activities.accounts;

import com.duespark.activities.sending.Claimed;
import com.duespark.activities.sending.Email;
import com.duespark.activities.sending.Ledger;
import com.duespark.documents.mail.AccountMail;
import com.duespark.documents.mail.Mail;
import com.duespark.domain.accounts.Device;
import com.duespark.domain.deliveries.DeliveryStatus;
import com.duespark.domain.deliveries.LedgerEntry;
import com.duespark.domain.deliveries.LedgerEntry.Move;
import com.duespark.domain.members.Invitations;
import com.duespark.domain.members.Role;
import com.duespark.domain.secrets.SecretTokens;
import com.duespark.domain.shared.Json;
import com.duespark.domain.storage.AfterCommit;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger of account mails; reached through functions only, because it has no tenant (RLS-05).
 */
@Component
class AccountLedger implements Ledger {

  private record Row(
      String type, String recipient, String request, @Nullable String mailer, LedgerEntry entry) {}

  /** The request of a mail with a secret, which is derived from the token's id. */
  private record Request(UUID token_id, int key_version) {}

  private record ToAccount(String display_name) {}

  private record Invitation(String inviter, String business, Role role, String locale) {}

  private record PasswordChange(
      String display_name,
      String locale,
      String ip_address,
      @Nullable String browser,
      @Nullable String system) {}

  private record BusinessClosed(
      String display_name, String locale, String business, String by, LocalDate erase_on) {}

  private final JdbcClient jdbc;
  private final SecretTokens secrets;
  private final LedgerEntry.Policy policy;
  private final Clock clock;
  private final String webUrl;
  private final MeterRegistry meters;

  AccountLedger(
      JdbcClient jdbc,
      SecretTokens secrets,
      LedgerEntry.Policy policy,
      Clock clock,
      @Value("${duespark.public-url}") String webUrl,
      MeterRegistry meters) {
    this.jdbc = jdbc;
    this.secrets = secrets;
    this.policy = policy;
    this.clock = clock;
    this.webUrl = webUrl;
    this.meters = meters;
  }

  @Override
  @Transactional
  public LedgerEntry entry(UUID id) {
    return lock(id).entry();
  }

  @Override
  @Transactional
  public String mailer(UUID id) {
    return Objects.requireNonNull(lock(id).mailer());
  }

  @Override
  @Transactional
  public Claimed claim(UUID id, UUID token, String mailer) {
    var row = lock(id);
    if (!(row.entry().next(clock.instant(), policy) instanceof Move.Send)) {
      return new Claimed.Nothing();
    }
    var email = compose(id, row);
    store(id, row.entry().claim(token, clock.instant(), policy), mailer, null, null);
    return new Claimed.Taken(email);
  }

  private Email compose(UUID id, Row row) {
    var mail = write(row);
    return new Email(
        id,
        "Duespark",
        null,
        row.recipient(),
        mail.subject(),
        mail.html(),
        mail.text(),
        List.of(),
        Map.of());
  }

  private Mail write(Row row) {
    return switch (row.type()) {
      case "VERIFY_EMAIL" ->
          AccountMail.verify(nameIn(row), webUrl + "/verify-email?token=" + tokenOf(row), 24 * 60);
      case "RESET_PASSWORD" ->
          AccountMail.reset(nameIn(row), webUrl + "/reset-password?token=" + tokenOf(row), 60);
      case "INVITATION" -> {
        var invitation = Json.read(row.request(), Invitation.class);
        yield AccountMail.invitation(
            invitation.inviter(),
            invitation.business(),
            invitation.role(),
            invitation.locale(),
            webUrl + "/accept-invitation?token=" + tokenOf(row),
            (int) Invitations.VALIDITY.toMinutes());
      }
      case "PASSWORD_CHANGED" -> {
        var change = Json.read(row.request(), PasswordChange.class);
        yield AccountMail.passwordChanged(
            change.display_name(),
            change.locale(),
            new Device(change.browser(), change.system()),
            change.ip_address(),
            webUrl + "/forgot-password");
      }
      case "BUSINESS_CLOSED" -> {
        var closed = Json.read(row.request(), BusinessClosed.class);
        yield AccountMail.businessClosed(
            closed.display_name(),
            closed.locale(),
            closed.business(),
            closed.by(),
            closed.erase_on(),
            webUrl + "/login");
      }
      default -> throw new IllegalStateException("No mail for " + row.type());
    };
  }

  private String tokenOf(Row row) {
    var request = Json.read(row.request(), Request.class);
    return secrets.token(request.token_id(), request.key_version());
  }

  private static String nameIn(Row row) {
    return Json.read(row.request(), ToAccount.class).display_name();
  }

  @Override
  @Transactional
  public void record(
      UUID id, UUID token, LedgerEntry moved, @Nullable String messageId, @Nullable String reason) {
    var row = lock(id);
    if (row.entry().holds(token)) {
      store(id, moved, null, messageId, reason);
      if (!moved.status().isUnfinished()) {
        count(row, moved.status());
      }
    }
  }

  /** Which mail server took it is in the provider's own metrics. */
  private void count(Row row, DeliveryStatus outcome) {
    AfterCommit.run(
        () ->
            meters
                .counter(
                    "duespark_account_mails",
                    "type",
                    row.type().toLowerCase(Locale.ROOT),
                    "outcome",
                    outcome.name().toLowerCase(Locale.ROOT))
                .increment());
  }

  private Row lock(UUID id) {
    return jdbc.sql("select * from account_delivery_lock(?)")
        .param(id)
        .query(AccountLedger::read)
        .single();
  }

  private static Row read(ResultSet row, int index) throws SQLException {
    @Nullable Timestamp lease = row.getTimestamp("lease_until");
    return new Row(
        row.getString("type"),
        row.getString("recipient"),
        row.getString("request"),
        row.getString("provider"),
        new LedgerEntry(
            DeliveryStatus.valueOf(row.getString("status")),
            row.getInt("attempt"),
            row.getObject("attempt_token", UUID.class),
            lease == null ? null : lease.toInstant(),
            row.getInt("lookups")));
  }

  private void store(
      UUID id,
      LedgerEntry entry,
      @Nullable String mailer,
      @Nullable String messageId,
      @Nullable String error) {
    jdbc.sql(
            """
            select account_delivery_update(:id, :status, :attempt, :token::uuid, :lease, :lookups,
              :mailer, :message, :error)
            """)
        .param("id", id)
        .param("status", entry.status().name())
        .param("attempt", entry.attempt())
        .param("token", entry.token() == null ? null : entry.token().toString())
        .param("lease", moment(entry.leaseUntil()))
        .param("lookups", entry.lookups())
        .param("mailer", mailer)
        .param("message", messageId)
        .param("error", error)
        .query()
        .singleRow();
  }

  private static @Nullable OffsetDateTime moment(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
