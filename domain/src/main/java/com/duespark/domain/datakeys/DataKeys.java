package com.duespark.domain.datakeys;

import com.duespark.domain.secrets.Sealed;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The stored keys. Each call is a transaction of its own, whatever its caller is in: what a key has
 * encrypted outlives the caller's rollback, so the key must too.
 */
@Repository
public class DataKeys {

  /** Owns the keys of workflows that belong to no business. */
  public static final UUID INSTALLATION = new UUID(0, 0);

  private static final int PAGE = 500;

  private static final String IN_USE =
      "erased_at is null and created_at > now() - interval '1 year'";

  private final JdbcClient jdbc;
  private final TransactionTemplate apart;
  private final Sealed box;

  private record Stored(int number, @Nullable ByteBuffer sealed, @Nullable Instant erasedAt) {}

  public DataKeys(JdbcClient jdbc, PlatformTransactionManager transactions, Sealed box) {
    this.jdbc = jdbc;
    this.box = box;
    apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** Whose workflow it is; empty when it is nobody's. */
  public Optional<UUID> tenantOf(String kind, UUID thing) {
    return jdbc.sql("select workflow_tenant(?, ?)")
        .params(kind, thing)
        .query(UUID.class)
        .optional();
  }

  /** The key to encrypt with: the newest, not older than a year; made on first use. */
  public DataKey current(UUID owner) {
    return actingFor(
        owner,
        () ->
            open(
                owner,
                newest(owner)
                    .or(
                        () -> {
                          add(owner);
                          return newest(owner);
                        })
                    .orElseThrow(
                        () -> new IllegalStateException("No data key could be made: " + owner))));
  }

  /**
   * The key of that name.
   *
   * @throws MissingDataKey when it was erased, is of another installation, or cannot be opened
   */
  public DataKey find(DataKey.Name name) {
    return actingFor(
        name.owner(),
        () ->
            open(
                name.owner(),
                jdbc.sql(
                        """
                        select number, sealed, erased_at from data_keys
                        where tenant_id = ? and number = ?
                        """)
                    .params(name.owner(), name.number())
                    .query((row, index) -> stored(row))
                    .optional()
                    .orElseThrow(
                        () ->
                            new MissingDataKey(
                                "There is no data key %s; another installation made it"
                                    .formatted(name)))));
  }

  /**
   * Seals again what the previous key of the installation sealed.
   *
   * @return how many
   * @throws MissingDataKey when one cannot be opened
   */
  public int sealAgain() {
    int done = 0;
    List<DataKey.Name> page;
    do {
      page =
          jdbc.sql("select owner, number from data_keys_sealed_otherwise(?, ?)")
              .params(box.version(), PAGE)
              .query(DataKey.Name.class)
              .list();
      page.forEach(this::find);
      done += page.size();
    } while (page.size() == PAGE);
    return done;
  }

  private Optional<Stored> newest(UUID owner) {
    return jdbc.sql(
            """
            select number, sealed, erased_at from data_keys
            where tenant_id = ? and %s
            order by number desc limit 1
            """
                .formatted(IN_USE))
        .param(owner)
        .query((row, index) -> stored(row))
        .optional();
  }

  /** Of two processes that are first at once, one makes it. */
  private void add(UUID owner) {
    jdbc.sql(
            """
            insert into data_keys (tenant_id, number, sealed)
            select :owner, coalesce(max(number), 0) + 1, :sealed
            from data_keys where tenant_id = :owner
            having count(*) filter (where %s) = 0
            on conflict do nothing
            """
                .formatted(IN_USE))
        .param("owner", owner)
        .param("sealed", box.seal(DataKey.random()))
        .update();
  }

  private DataKey open(UUID owner, Stored stored) {
    var name = new DataKey.Name(owner, stored.number());
    if (stored.sealed() == null) {
      throw new MissingDataKey(
          "Data key %s was erased on %s; what it encrypted cannot be read any more"
              .formatted(name, stored.erasedAt()));
    }
    var sealed = stored.sealed().array();
    var key = unsealed(name, sealed);
    if (!box.isOfCurrentKey(sealed)) {
      jdbc.sql("update data_keys set sealed = ? where tenant_id = ? and number = ? and sealed = ?")
          .params(box.seal(key), owner, stored.number(), sealed)
          .update();
    }
    return new DataKey(name, key);
  }

  private byte[] unsealed(DataKey.Name name, byte[] sealed) {
    try {
      return box.open(sealed);
    } catch (IllegalStateException e) {
      throw new MissingDataKey(
          "Data key %s was sealed with a key that is not configured; set duespark.secret.encryption-previous to it"
              .formatted(name),
          e);
    }
  }

  private <T> T actingFor(UUID owner, Supplier<T> work) {
    return Objects.requireNonNull(
        apart.execute(
            running -> {
              jdbc.sql("select set_config('app.tenant_id', ?, true)")
                  .param(owner.toString())
                  .query(String.class)
                  .single();
              return work.get();
            }));
  }

  private static Stored stored(ResultSet row) throws SQLException {
    var sealed = row.getBytes("sealed");
    var erasedAt = row.getObject("erased_at", OffsetDateTime.class);
    return new Stored(
        row.getInt("number"),
        sealed == null ? null : ByteBuffer.wrap(sealed),
        erasedAt == null ? null : erasedAt.toInstant());
  }
}
