package com.duespark.domain.payments;

import com.duespark.domain.secrets.Sealed;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals the keys of businesses' accounts at providers again after the installation's key was
 * changed (SEC-02). Each in a transaction of its own; several processes at once share the work.
 */
@Repository
public class ConnectionSeals {

  private static final Logger LOG = LoggerFactory.getLogger(ConnectionSeals.class);

  private static final int PAGE = 500;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Sealed box;

  private record Account(UUID tenantId, UUID id) {}

  public ConnectionSeals(JdbcClient jdbc, PlatformTransactionManager transactions, Sealed box) {
    this.jdbc = jdbc;
    this.box = box;
    transaction = new TransactionTemplate(transactions);
  }

  /**
   * Seals again what the previous key sealed; what no key opens is named in the log and left.
   *
   * @return how many
   */
  public int sealAgain() {
    int done = 0;
    @Nullable UUID after = null;
    List<Account> page;
    do {
      page = sealedOtherwise(after);
      for (var account : page) {
        done += sealAgain(account) ? 1 : 0;
        after = account.id();
      }
    } while (page.size() == PAGE);
    return done;
  }

  private List<Account> sealedOtherwise(@Nullable UUID after) {
    return jdbc.sql(
            "select tenant_id, id from connections_sealed_otherwise(:version, :after::uuid, :most)")
        .param("version", box.version())
        .param("after", after)
        .param("most", PAGE)
        .query(Account.class)
        .list();
  }

  private boolean sealAgain(Account account) {
    return Objects.requireNonNull(
        transaction.execute(
            running -> {
              jdbc.sql("select set_config('app.tenant_id', ?, true)")
                  .param(account.tenantId().toString())
                  .query(String.class)
                  .single();
              return lock(account).stream()
                  .anyMatch(keys -> !box.isOfCurrentKey(keys) && sealAgain(account, keys));
            }));
  }

  /** None when it is gone, or has no keys any more. */
  private List<byte[]> lock(Account account) {
    return jdbc.sql(
            """
            select auth_sealed from integration_connections
            where tenant_id = ? and id = ? and auth_sealed is not null
            for update
            """)
        .params(account.tenantId(), account.id())
        .query((row, index) -> row.getBytes("auth_sealed"))
        .list();
  }

  private boolean sealAgain(Account account, byte[] keys) {
    byte[] plain;
    try {
      plain = box.open(keys);
    } catch (IllegalStateException e) {
      LOG.error(
          "the keys of account {} of {} cannot be sealed with the new key: {}; is duespark.secret.encryption-previous the one before?",
          account.id(),
          account.tenantId(),
          e.getMessage());
      return false;
    }
    jdbc.sql("update integration_connections set auth_sealed = ? where tenant_id = ? and id = ?")
        .params(box.seal(plain), account.tenantId(), account.id())
        .update();
    return true;
  }
}
