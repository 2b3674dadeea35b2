package com.duespark.domain.audit;

import com.duespark.domain.audit.AuditKeys.Signer;
import com.duespark.domain.audit.Finding.Kind;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the chain of a business from its first block to its last and says what does not fit
 * (AUD-04, BEY-15). Reads as a stream, a thousand places at a time, in one snapshot of the
 * database; a log that is written to meanwhile does no harm.
 */
public final class Verification {

  /** How long an entry may wait for its seal. */
  public static final int PATIENCE_SECONDS = 10;

  private static final int ROWS = 2_000;

  /**
   * What was read.
   *
   * @param erased entries whose personal values were erased, which is no finding
   * @param dropped sealed entries that went with their months, which is no finding either
   * @param droppedUntil the latest of those months, as in 2019-03; empty without any
   * @param lastBlock its number, 0 without any
   * @param lastHash to keep outside: a chain that was cut off ends with another
   */
  public record Result(
      long entries,
      long blocks,
      long erased,
      long dropped,
      String droppedUntil,
      long findings,
      long lastBlock,
      String lastHash) {}

  private final Connection connection;
  private final AuditKeys keys;
  private final UUID tenantId;
  private final Consumer<Finding> tell;

  private long entries;
  private long blocks;
  private long findings;
  private long dropped;
  private String droppedUntil = "";
  private final PlaceRanges drops = new PlaceRanges();
  private @Nullable Block last;
  private final Set<UUID> erased = new HashSet<>();
  private final Set<UUID> erasuresTold = new HashSet<>();

  private Verification(
      Connection connection, AuditKeys keys, UUID tenantId, Consumer<Finding> tell) {
    this.connection = connection;
    this.keys = keys;
    this.tenantId = tenantId;
    this.tell = tell;
  }

  /** Every business that has something in the log or in a chain. */
  public static List<UUID> tenants(Connection owner) throws SQLException {
    try (var query =
            owner.prepareStatement(
                """
                select tenant_id from audit_blocks union select tenant_id from audit_unsealed
                union select tenant_id from audit_log order by tenant_id
                """);
        var rows = query.executeQuery()) {
      var tenants = new ArrayList<UUID>();
      while (rows.next()) {
        tenants.add(rows.getObject(1, UUID.class));
      }
      return tenants;
    }
  }

  /**
   * Verifies.
   *
   * @param owner the role that sees every business; nothing is written
   * @param from blocks sealed before are taken as they are; null = from the beginning
   */
  public static Result of(
      Connection owner,
      AuditKeys keys,
      UUID tenantId,
      @Nullable Instant from,
      Consumer<Finding> tell)
      throws SQLException {
    boolean autoCommit = owner.getAutoCommit();
    owner.setAutoCommit(false);
    try (var begin =
        owner.prepareStatement("set transaction isolation level repeatable read, read only")) {
      begin.execute();
      return new Verification(owner, keys, tenantId, tell).run(from);
    } finally {
      owner.rollback();
      owner.setAutoCommit(autoCommit);
    }
  }

  private Result run(@Nullable Instant from) throws SQLException {
    long start = startingAt(from);
    drops();
    chain(start);
    if (from == null) {
      placesBehindTheLast();
    }
    withoutPlace(from);
    gone();
    untoldErasures(from);
    var end = last;
    return new Result(
        entries,
        blocks,
        erased.size(),
        dropped,
        droppedUntil,
        findings,
        end == null ? 0 : end.number(),
        end == null ? "" : end.hash());
  }

  /** The number of the first block to read; the one before it, if any, is believed. */
  private long startingAt(@Nullable Instant from) throws SQLException {
    if (from == null) {
      return 1;
    }
    try (var query =
        prepare(
            """
            select %s from audit_blocks
            where tenant_id = ? and created_at < ? order by number desc limit 1
            """
                .formatted(Block.COLUMNS))) {
      query.setObject(2, from.atOffset(ZoneOffset.UTC));
      try (var row = query.executeQuery()) {
        if (!row.next()) {
          return 1;
        }
        last = Block.read(row);
        return last.number() + 1;
      }
    }
  }

  // ------------------------------------------------------------------ months that were dropped

  private void drops() throws SQLException {
    try (var query =
            prepare(
                """
                select month, places::text as places, last_block,
                  encode(last_hash, 'hex') as last_hash, encode(signature, 'hex') as signature,
                  key_version
                from audit_drops where tenant_id = ? order by month
                """);
        var rows = query.executeQuery()) {
      while (rows.next()) {
        var drop =
            new Drop(
                tenantId,
                rows.getObject("month", LocalDate.class),
                rows.getString("places"),
                rows.getLong("last_block"),
                rows.getString("last_hash"));
        drop(drop, rows.getString("signature"), rows.getInt("key_version"));
      }
    }
  }

  private void drop(Drop drop, String signature, int keyVersion) {
    var month = drop.month().toString().substring(0, "2019-03".length());
    if (keys.ofVersion(keyVersion).stream()
        .anyMatch(key -> signature.equals(drop.signature(key)))) {
      drops.addAll(drop.places());
      droppedUntil = month;
    } else {
      report(
          Kind.BROKEN_DROP,
          null,
          null,
          drop.lastBlock(),
          "no configured key signed that %s was dropped".formatted(month));
    }
  }

  // ------------------------------------------------------------------ blocks and their entries

  private void chain(long start) throws SQLException {
    try (var query =
        prepare(
            """
            select %s from audit_blocks where tenant_id = ? and number >= ? order by number
            """
                .formatted(Block.COLUMNS))) {
      query.setLong(2, start);
      query.setFetchSize(ROWS);
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          block(Block.read(rows));
        }
      }
    }
  }

  private void block(Block block) throws SQLException {
    blocks++;
    var before = last;
    long number = before == null ? 1 : before.number() + 1;
    long place = before == null ? 1 : before.lastPlace() + 1;
    if (block.number() != number) {
      broken(number, "it is missing; the next one is " + block.number());
    } else if (block.firstPlace() != place
        || !block.previousHash().equals(before == null ? Block.BEFORE_THE_FIRST : before.hash())) {
      broken(block.number(), "it does not follow the block before it");
    }
    last = block;
    var signer = signer(block);
    if (signer == null) {
      broken(
          block.number(),
          "no configured key signed it, so its places %d to %d prove nothing"
              .formatted(block.firstPlace(), block.lastPlace()));
    }
    long gone = dropped;
    var marks = entriesOf(block, signer);
    // of a block that lost places to a dropped month, the signature holds what the marks held
    if (dropped == gone && !block.hash().equals(block.hashOver(marks))) {
      broken(block.number(), "its hash is not that of its entries");
    }
  }

  private @Nullable Signer signer(Block block) {
    return keys.ofVersion(block.keyVersion()).stream()
        .filter(key -> block.signature().equals(key.block(block.hash())))
        .findFirst()
        .orElse(null);
  }

  private List<byte[]> entriesOf(Block block, @Nullable Signer signer) throws SQLException {
    var marks = new ArrayList<byte[]>();
    long next = block.firstPlace();
    try (var query =
        prepare(
            """
            select p.place, p.entry_id, p.mark, %s
            from audit_places p
            left join audit_log e
              on e.id = p.entry_id and e.created_at = p.created_at and e.tenant_id = p.tenant_id
            where p.tenant_id = ? and p.place between ? and ? order by p.place
            """
                .formatted(StoredEntry.COLUMNS))) {
      query.setLong(2, block.firstPlace());
      query.setLong(3, block.lastPlace());
      query.setFetchSize(ROWS);
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          long place = rows.getLong("place");
          missingPlaces(block, next, place);
          next = place + 1;
          var mark = rows.getBytes("mark");
          marks.add(mark);
          entry(block, rows, place, mark, signer);
        }
      }
    }
    missingPlaces(block, next, block.lastPlace() + 1);
    return marks;
  }

  private void missingPlaces(Block block, long from, long to) {
    for (long place = from; place < to; place++) {
      if (drops.contains(place)) {
        dropped++;
        continue;
      }
      report(Kind.MISSING, null, place, block.number(), "its place was deleted");
    }
  }

  private void entry(Block block, ResultSet row, long place, byte[] mark, @Nullable Signer signer)
      throws SQLException {
    var id = row.getObject("entry_id", UUID.class);
    if (row.getObject("id") == null && drops.contains(place)) {
      dropped++;
      return;
    }
    if (row.getObject("id") == null) {
      report(Kind.MISSING, id, place, block.number(), "it was sealed and is gone");
      return;
    }
    entries++;
    var entry = StoredEntry.read(row);
    var form = Canonical.of(entry, place);
    if (signer != null && !MessageDigest.isEqual(mark, signer.entry(form.bytes()))) {
      report(Kind.ALTERED, id, place, block.number(), "it is not what was sealed at this place");
    }
    if (form.isErased()) {
      erased.add(id);
    }
    if (entry.action().equals(Erasing.ACTION) && entry.entityId() != null) {
      erasuresTold.add(entry.entityId());
    }
  }

  // ------------------------------------------------------------------ outside of the chain

  /** Places that no block covers. */
  private void placesBehindTheLast() throws SQLException {
    try (var query =
        prepare(
            """
            select place, block, entry_id from audit_places p
            where p.tenant_id = ? and p.place > ? order by p.place limit 1000
            """)) {
      query.setLong(2, last == null ? 0 : last.lastPlace());
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          report(
              Kind.ADDED,
              rows.getObject("entry_id", UUID.class),
              rows.getLong("place"),
              rows.getLong("block"),
              "no block covers its place");
        }
      }
    }
  }

  private void withoutPlace(@Nullable Instant from) throws SQLException {
    try (var query =
        prepare(
            """
            select e.id, u.entry_id is not null as waits,
              e.created_at < now() - make_interval(secs => %d) as late,
              e.action, e.entity_id
            from audit_log e
            left join audit_places p
              on p.tenant_id = e.tenant_id and p.entry_id = e.id and p.created_at = e.created_at
            left join audit_unsealed u on u.entry_id = e.id and u.created_at = e.created_at
            where e.tenant_id = ? and (?::timestamptz is null or e.created_at >= ?)
              and p.place is null
            order by e.created_at, e.id
            """
                .formatted(PATIENCE_SECONDS))) {
      var since = from == null ? null : from.atOffset(ZoneOffset.UTC);
      query.setObject(2, since);
      query.setObject(3, since);
      query.setFetchSize(ROWS);
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          if (rows.getString("action").equals(Erasing.ACTION)) {
            erasuresTold.add(rows.getObject("entity_id", UUID.class));
          }
          var id = rows.getObject("id", UUID.class);
          if (!rows.getBoolean("waits")) {
            report(Kind.ADDED, id, null, null, "it has no place and does not wait for one");
          } else if (rows.getBoolean("late")) {
            report(
                Kind.UNSEALED,
                id,
                null,
                null,
                "it waits for its seal for more than %d seconds".formatted(PATIENCE_SECONDS));
          }
        }
      }
    }
  }

  /** Entries that waited for their seal and were deleted before. */
  private void gone() throws SQLException {
    try (var query =
            prepare(
                """
                select u.entry_id from audit_unsealed u
                where u.tenant_id = ? and not exists
                  (select from audit_log e where e.id = u.entry_id and e.created_at = u.created_at
                     and e.tenant_id = u.tenant_id)
                order by u.created_at, u.entry_id limit 1000
                """);
        var rows = query.executeQuery()) {
      while (rows.next()) {
        report(
            Kind.MISSING,
            rows.getObject("entry_id", UUID.class),
            null,
            null,
            "it waited for its seal and is gone");
      }
    }
  }

  /** Erasing is told by an entry of its own; a value that went without one was taken away. */
  private void untoldErasures(@Nullable Instant from) {
    if (from == null) {
      for (var id : erased) {
        if (!erasuresTold.contains(id)) {
          report(
              Kind.ALTERED, id, null, null, "its personal values are gone and nobody erased them");
        }
      }
    }
  }

  private PreparedStatement prepare(String sql) throws SQLException {
    var statement = connection.prepareStatement(sql);
    statement.setObject(1, tenantId);
    return statement;
  }

  private void broken(long block, String words) {
    report(Kind.BROKEN_BLOCK, null, null, block, words);
  }

  private void report(
      Kind kind, @Nullable UUID entryId, @Nullable Long place, @Nullable Long block, String words) {
    findings++;
    tell.accept(new Finding(tenantId, kind, entryId, place, block, words));
  }
}
