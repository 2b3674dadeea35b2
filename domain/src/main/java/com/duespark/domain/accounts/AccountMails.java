package com.duespark.domain.accounts;

import com.duespark.domain.secrets.SecretTokens;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.shared.Json;
import java.util.Map;
import java.util.UUID;
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

  /** What the ledger keeps of a mail; the sending activity reads it. */
  public record Request(
      AccountMailKind kind,
      String to,
      String displayName,
      String locale,
      UUID tokenId,
      int keyVersion) {}

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
    var delivery = Ids.next();
    store(
        delivery,
        user.id(),
        new Request(kind, user.email(), user.displayName(), user.locale(), tokenId, keyVersion));
    start(delivery);
  }

  private void store(UUID delivery, UUID userId, Request request) {
    jdbc.sql("select account_delivery_store(?, ?, ?, ?, ?, ?::jsonb)")
        .params(
            delivery,
            userId,
            request.kind().name(),
            request.to(),
            "account-mail/" + request.tokenId(),
            json(request))
        .query(Boolean.class)
        .single();
  }

  private void start(UUID delivery) {
    jdbc.sql("select 1 from outbox_store(?, 'START', 'AccountMail', ?, ?::jsonb)")
        .params(Ids.next(), "account-mail/" + delivery, Json.write(Map.of("delivery_id", delivery)))
        .query(Integer.class)
        .single();
  }

  private static String json(Request request) {
    return Json.write(
        Map.of(
            "kind", request.kind(),
            "to", request.to(),
            "display_name", request.displayName(),
            "locale", request.locale(),
            "token_id", request.tokenId(),
            "key_version", request.keyVersion()));
  }
}
