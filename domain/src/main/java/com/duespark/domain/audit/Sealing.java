package com.duespark.domain.audit;

import com.duespark.domain.shared.Tenant;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives committed entries their places and seals them in blocks (AUD-04). */
@Component
public class Sealing {

  /** Entries of a block, at most. */
  public static final int BLOCK = 1_000;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final AuditKeys keys;

  Sealing(JdbcClient jdbc, JdbcTemplate batches, AuditKeys keys) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.keys = keys;
  }

  /** Businesses with entries to seal, the longest waiting first; needs no bound tenant. */
  @Transactional(readOnly = true)
  public List<UUID> waiting(int atMost) {
    return jdbc.sql("select tenant_id from tenants_to_seal(?)")
        .param(atMost)
        .query(UUID.class)
        .list();
  }

  /**
   * Seals one block of the bound tenant.
   *
   * @return its entries; 0 when nothing waits, or when another process is at it
   */
  @Transactional
  public int seal() {
    if (!lock()) {
      return 0;
    }
    var entries = unsealed();
    if (entries.isEmpty()) {
      return 0;
    }
    var signer = keys.current();
    var before = last();
    long first = before.map(Block::lastPlace).orElse(0L) + 1;
    var marks = new ArrayList<byte[]>();
    for (var entry : entries) {
      marks.add(signer.entry(Canonical.of(entry, first + marks.size()).bytes()));
    }
    var block =
        Block.seal(
            Tenant.id(),
            before.map(Block::number).orElse(0L) + 1,
            first,
            before.map(Block::hash).orElse(Block.BEFORE_THE_FIRST),
            marks,
            signer,
            now());
    save(block);
    place(block, entries, marks);
    return entries.size();
  }

  /** One sealer for a business at a time, over all instances, until the transaction ends. */
  private boolean lock() {
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(?, 20))")
        .param("audit/" + Tenant.id())
        .query(Boolean.class)
        .single();
  }

  private Instant now() {
    return jdbc.sql("select now()").query(OffsetDateTime.class).single().toInstant();
  }

  private List<StoredEntry> unsealed() {
    return jdbc.sql(
            """
            with next as materialized (
              select entry_id, created_at, tenant_id from audit_unsealed
              where tenant_id = current_tenant() order by created_at, entry_id limit ?)
            select %s
            from next n
            join lateral (
              select * from audit_log l
              where l.id = n.entry_id and l.created_at = n.created_at
                and l.tenant_id = n.tenant_id offset 0) e on true
            order by n.created_at, n.entry_id
            """
                .formatted(StoredEntry.COLUMNS))
        .param(BLOCK)
        .query((row, number) -> StoredEntry.read(row))
        .list();
  }

  private Optional<Block> last() {
    return jdbc.sql(
            """
            select %s from audit_blocks
            where tenant_id = current_tenant() order by number desc limit 1
            """
                .formatted(Block.COLUMNS))
        .query((row, number) -> Block.read(row))
        .optional();
  }

  private void save(Block block) {
    jdbc.sql(
            """
            insert into audit_blocks
              (tenant_id, number, first_place, last_place, entries, previous_hash, hash, signature,
               key_version, created_at)
            values
              (:tenant, :number, :first, :last, :entries, decode(:previous, 'hex'),
               decode(:hash, 'hex'), decode(:signature, 'hex'), :key, :at)
            """)
        .param("tenant", block.tenantId())
        .param("number", block.number())
        .param("first", block.firstPlace())
        .param("last", block.lastPlace())
        .param("entries", block.lastPlace() - block.firstPlace() + 1)
        .param("previous", block.previousHash())
        .param("hash", block.hash())
        .param("signature", block.signature())
        .param("key", block.keyVersion())
        .param("at", OffsetDateTime.ofInstant(block.createdAt(), ZoneOffset.UTC))
        .update();
  }

  private void place(Block block, List<StoredEntry> entries, List<byte[]> marks) {
    var rows = new ArrayList<Object[]>();
    for (int i = 0; i < entries.size(); i++) {
      var entry = entries.get(i);
      rows.add(
          new Object[] {
            block.tenantId(),
            block.firstPlace() + i,
            block.number(),
            entry.id(),
            OffsetDateTime.ofInstant(entry.createdAt(), ZoneOffset.UTC),
            marks.get(i)
          });
    }
    batches.batchUpdate(
        """
        insert into audit_places (tenant_id, place, block, entry_id, created_at, mark)
        values (?, ?, ?, ?, ?, ?)
        """,
        rows);
    jdbc.sql(
            """
            delete from audit_unsealed u using audit_places p
            where p.tenant_id = current_tenant() and p.place between :first and :last
              and u.tenant_id = p.tenant_id and u.entry_id = p.entry_id
            """)
        .param("first", block.firstPlace())
        .param("last", block.lastPlace())
        .update();
  }
}
