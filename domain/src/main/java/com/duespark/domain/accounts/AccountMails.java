package com.duespark.domain.accounts;

import com.duespark.domain.members.Invitations;
import com.duespark.domain.members.Role;
import com.duespark.domain.secrets.SecretTokens;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.shared.Json;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts mails to a person into the ledger and asks for their sending, in the transaction of their
 * cause. The link's token is not stored: the sending attempt derives it again from {@code token_id}
 * and {@code key_version} (PTK-09).
 */
@Component
public class AccountMails {

  /**
   * Who invites whom into what.
   *
   * @param inviter as the mail names them
   * @param locale the inviter's
   */
  public record Invite(String to, String inviter, String business, Role role, String locale) {}

  private final JdbcClient jdbc;
  private final AccountTokens tokens;
  private final SecretTokens secretTokens;

  AccountMails(JdbcClient jdbc, AccountTokens tokens, SecretTokens secretTokens) {
    this.jdbc = jdbc;
    this.tokens = tokens;
    this.secretTokens = secretTokens;
  }

  /** Sends a one-time link to the address of an account. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void send(AccountMailKind kind, User user) {
    var tokenId = Ids.next();
    var keyVersion = secretTokens.keyVersion();
    tokens.store(secretTokens.token(tokenId, keyVersion), user.id(), kind);
    store(
        user.id(),
        kind,
        user.email(),
        tokenId,
        Map.of(
            "kind",
            kind,
            "to",
            user.email(),
            "display_name",
            user.displayName(),
            "locale",
            user.locale(),
            "token_id",
            tokenId,
            "key_version",
            keyVersion));
  }

  /** Sends the link of an invitation; whether its address has an account plays no part. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void invite(Invitations.Link link, Invite invite) {
    store(
        null,
        AccountMailKind.INVITATION,
        invite.to(),
        link.id(),
        Map.of(
            "kind", AccountMailKind.INVITATION,
            "to", invite.to(),
            "inviter", invite.inviter(),
            "business", invite.business(),
            "role", invite.role(),
            "locale", invite.locale(),
            "token_id", link.id(),
            "key_version", link.keyVersion()));
  }

  /** Tells a person that the password was changed, and from where. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void passwordChanged(User user, Origin origin) {
    var device = origin.device();
    var request = new HashMap<String, Object>();
    request.put("kind", AccountMailKind.PASSWORD_CHANGED);
    request.put("to", user.email());
    request.put("display_name", user.displayName());
    request.put("locale", user.locale());
    request.put("ip_address", origin.ipAddress());
    request.put("browser", device.browser());
    request.put("system", device.system());
    store(user.id(), AccountMailKind.PASSWORD_CHANGED, user.email(), Ids.next(), request);
  }

  /**
   * A business that was closed.
   *
   * @param by who closed it
   * @param eraseOn the day on which it is erased
   */
  public record BusinessClosed(String business, String by, LocalDate eraseOn) {}

  /** Tells an owner that their business was closed, and until when that can be undone. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void businessClosed(User user, BusinessClosed closed) {
    store(
        user.id(),
        AccountMailKind.BUSINESS_CLOSED,
        user.email(),
        Ids.next(),
        Map.of(
            "kind",
            AccountMailKind.BUSINESS_CLOSED,
            "to",
            user.email(),
            "display_name",
            user.displayName(),
            "locale",
            user.locale(),
            "business",
            closed.business(),
            "by",
            closed.by(),
            "erase_on",
            closed.eraseOn()));
  }

  private void store(
      @Nullable UUID userId, AccountMailKind kind, String to, UUID key, Map<String, ?> request) {
    var delivery = Ids.next();
    jdbc.sql("select account_delivery_store(:id, :user, :kind, :to, :key, :request::jsonb)")
        .param("id", delivery)
        .param("user", userId)
        .param("kind", kind.name())
        .param("to", to)
        .param("key", "account-mail/" + key)
        .param("request", Json.write(request))
        .query(Boolean.class)
        .single();
    start(delivery);
  }

  private void start(UUID delivery) {
    jdbc.sql("select 1 from outbox_store(?, 'START', 'AccountMail', ?, ?::jsonb)")
        .params(Ids.next(), "account-mail/" + delivery, Json.write(Map.of("delivery_id", delivery)))
        .query(Integer.class)
        .single();
  }
}
