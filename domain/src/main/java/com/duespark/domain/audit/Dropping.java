package com.duespark.domain.audit;

import com.duespark.domain.shared.Tenant;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drops whole months of the log (RET-04). Each business's part of a month is first read against its
 * marks and leaves a signed record, so that verification knows what went from what was taken; what
 * does not verify stays, and so does whatever is younger.
 */
@Component
public class Dropping {

  private static final int ROWS = 2_000;

  /**
   * A month that is over.
   *
   * @param since its first moment
   * @param until the first moment after it
   */
  public record Month(LocalDate month, OffsetDateTime since, OffsetDateTime until) {}

  private final JdbcClient jdbc;
  private final JdbcTemplate streams;
  private final AuditKeys keys;
  private final Audit audit;

  Dropping(JdbcClient jdbc, JdbcTemplate streams, AuditKeys keys, Audit audit) {
    this.jdbc = jdbc;
    this.streams = streams;
    this.keys = keys;
    this.audit = audit;
  }

  /** Months of which every moment is longer ago, oldest first. */
  @Transactional(readOnly = true)
  public List<Month> over(Period kept) {
    return jdbc.sql("select month, since, until from audit_months_over(?::interval)")
        .param(kept.toString())
        .query(Month.class)
        .list();
  }

  /** Businesses with entries of a month that are in no record yet; needs no bound tenant. */
  @Transactional(readOnly = true)
  public List<UUID> unsigned(Month month, int atMost) {
    return jdbc.sql("select tenant_id from audit_month_tenants(?, ?)")
        .params(month.month(), atMost)
        .query(UUID.class)
        .list();
  }

  /**
   * Records for the bound tenant that a month goes.
   *
   * @return false when something of it is not as it was sealed, or not sealed
   */
  @Transactional
  public boolean sign(Month month, Trail trail) {
    if (isSigned(month)) {
      return true;
    }
    var read = read(month);
    if (!read.isWhole || read.places.isEmpty() || hasLost(month)) {
      return false;
    }
    var drop =
        new Drop(
            Tenant.id(), month.month(), read.places.toString(), read.lastBlock, read.lastHash());
    var signer = keys.current();
    jdbc.sql(
            """
            insert into audit_drops
              (tenant_id, month, places, last_block, last_hash, signature, key_version)
            values
              (:tenant, :month, :places::int8multirange, :block, decode(:hash, 'hex'),
               decode(:signature, 'hex'), :key)
            """)
        .param("tenant", drop.tenantId())
        .param("month", drop.month())
        .param("places", drop.places())
        .param("block", drop.lastBlock())
        .param("hash", drop.lastHash())
        .param("signature", drop.signature(signer))
        .param("key", signer.version())
        .update();
    audit.record(
        trail,
        "audit.month_dropped",
        "audit_log",
        null,
        null,
        Map.of(
            "month",
            month.month().format(DateTimeFormatter.ofPattern("yyyy-MM")),
            "entries",
            read.entries));
    return true;
  }

  private boolean isSigned(Month month) {
    return jdbc.sql(
            """
            select exists (select from audit_drops
              where tenant_id = current_tenant() and month = ?)
            """)
        .param(month.month())
        .query(Boolean.class)
        .single();
  }

  private Reading read(Month month) {
    var reading = new Reading();
    streams.query(
        connection -> {
          var query =
              connection.prepareStatement(
                  """
                  select p.place, p.mark, b.number, encode(b.hash, 'hex') as hash, b.key_version, %s
                  from audit_log e
                  left join audit_places p
                    on p.tenant_id = e.tenant_id and p.entry_id = e.id
                      and p.created_at = e.created_at
                      and p.created_at >= ? and p.created_at < ?
                  left join audit_blocks b on b.tenant_id = p.tenant_id and b.number = p.block
                  where e.tenant_id = current_tenant() and e.created_at >= ? and e.created_at < ?
                  order by p.place
                  """
                      .formatted(StoredEntry.COLUMNS));
          query.setObject(1, month.since());
          query.setObject(2, month.until());
          query.setObject(3, month.since());
          query.setObject(4, month.until());
          query.setFetchSize(ROWS);
          return query;
        },
        reading::take);
    return reading;
  }

  /** What was read of a month, entry by entry in the order of places. */
  private final class Reading {

    private final PlaceRanges places = new PlaceRanges();
    private boolean isWhole = true;
    private long entries;
    private long lastBlock;
    private @Nullable String lastHash;

    private void take(ResultSet row) throws SQLException {
      entries++;
      long place = row.getLong("place");
      long block = row.getLong("number");
      if (place == 0 || block == 0 || !isAsSealed(row, place)) {
        isWhole = false;
        return;
      }
      places.add(place);
      if (block > lastBlock) {
        lastBlock = block;
        lastHash = row.getString("hash");
      }
    }

    private boolean isAsSealed(ResultSet row, long place) throws SQLException {
      var form = Canonical.of(StoredEntry.read(row), place).bytes();
      var mark = row.getBytes("mark");
      return keys.ofVersion(row.getInt("key_version")).stream()
          .anyMatch(key -> MessageDigest.isEqual(mark, key.entry(form)));
    }

    private String lastHash() {
      return Optional.ofNullable(lastHash).orElseThrow();
    }
  }

  /** Whether an entry of that month was sealed and is gone. */
  private boolean hasLost(Month month) {
    return jdbc.sql(
            """
            select exists (select from audit_places p
              where p.tenant_id = current_tenant() and p.created_at >= :since
                and p.created_at < :until and not exists (select from audit_log e
                  where e.id = p.entry_id and e.created_at = p.created_at
                    and e.tenant_id = p.tenant_id))
            """)
        .param("since", month.since())
        .param("until", month.until())
        .query(Boolean.class)
        .single();
  }

  /**
   * Drops a month whose every entry is recorded.
   *
   * @return its entries; empty when it is gone already
   */
  @Transactional
  public Optional<Long> drop(Month month, Period kept) {
    return Optional.ofNullable(
        jdbc.sql("select drop_audit_month(?, ?::interval) as entries")
            .params(month.month(), kept.toString())
            .query((row, number) -> row.getObject("entries", Long.class))
            .list()
            .getFirst());
  }
}
