package com.duespark.domain.accounts;

import com.duespark.domain.secrets.SecretTokens;
import com.duespark.domain.shared.Refused;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One-time tokens in mails: verification 24 h (AUT-02), reset 1 h (AUT-03). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AccountTokens {

  private final JdbcClient jdbc;

  AccountTokens(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void store(String token, UUID userId, AccountMailKind kind) {
    jdbc.sql(
            """
            insert into account_tokens (token_hash, user_id, kind, expires_at)
            values (?, ?, ?, now() + ?::interval)
            """)
        .params(
            SecretTokens.hash(token), userId, kind.name(), kind.validity().toMinutes() + " minutes")
        .update();
  }

  /**
   * Uses up a token.
   *
   * @return whose it was
   * @throws Refused when it is unknown, used or expired: one answer for all
   */
  public UUID redeem(String token, AccountMailKind kind) {
    return jdbc.sql(
            """
            update account_tokens set used_at = now()
            where token_hash = ? and kind = ? and used_at is null and expires_at > now()
            returning user_id
            """)
        .params(SecretTokens.hash(token), kind.name())
        .query(UUID.class)
        .optional()
        .orElseThrow(
            () ->
                Refused.invalid(
                    "token", "TOKEN_EXPIRED", "This link has expired; ask for a new one"));
  }

  /** Ends all unused tokens of a kind. */
  public void expire(UUID userId, AccountMailKind kind) {
    jdbc.sql(
            """
            update account_tokens set used_at = now()
            where user_id = ? and kind = ? and used_at is null
            """)
        .params(userId, kind.name())
        .update();
  }
}
