package com.duespark.domain.exports;

import com.duespark.domain.shared.Ids;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The exports of the bound tenant. */
@Repository
@Transactional(readOnly = true)
public class Exports {

  private static final String SELECT =
      """
      select e.id, e.status, e.documents, e.percent, e.row_count, e.size_bytes, e.failure,
        e.ready_at, e.ready_until, e.requested_by, u.display_name as requested_by_name,
        e.created_at, e.version
      from exports e join users u on u.id = e.requested_by
      where e.tenant_id = current_tenant()
      """;

  /** An erasure and the beginning of a copy wait for each other. */
  private static final String ONE_AFTER_THE_OTHER =
      "select pg_advisory_xact_lock(hashtextextended('exports/' || current_tenant(), 34))";

  private final JdbcClient jdbc;

  Exports(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One page, newest first.
   *
   * @param before the last id of the previous page
   */
  public List<Export> page(@Nullable UUID before, int limit) {
    return jdbc.sql(
            SELECT
                + """
                  and (:before::uuid is null or e.id < :before::uuid)
                order by e.id desc limit :limit
                """)
        .param("before", before)
        .param("limit", limit)
        .query(Export.class)
        .list();
  }

  public long count() {
    return jdbc.sql("select count(*) from exports where tenant_id = current_tenant()")
        .query(Long.class)
        .single();
  }

  public Optional<Export> find(UUID id) {
    return one(" and e.id = :id", id);
  }

  /** Locks the row until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Export> lock(UUID id) {
    return one(" and e.id = :id for no key update of e", id);
  }

  private Optional<Export> one(String condition, UUID id) {
    return jdbc.sql(SELECT + condition).param("id", id).query(Export.class).optional();
  }

  /** The one that is not at its end; at most one is. */
  public Optional<Export> underWay() {
    return jdbc.sql(SELECT + " and e.status in ('QUEUED', 'RUNNING')")
        .query(Export.class)
        .optional();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public UUID add(boolean documents, UUID requestedBy) {
    var id = Ids.next();
    jdbc.sql(
            """
            insert into exports (id, tenant_id, documents, requested_by)
            values (:id, current_tenant(), :documents, :by)
            """)
        .param("id", id)
        .param("documents", documents)
        .param("by", requestedBy)
        .update();
    return id;
  }

  // ------------------------------------------------------------------ the making of it

  /**
   * Begins, or begins anew: what an attempt before wrote is thrown away, and if it still lives it
   * finds out at its next part.
   *
   * @return the new attempt; empty when nobody wants the export any more
   */
  @Transactional
  public Optional<UUID> begin(UUID id) {
    jdbc.sql(ONE_AFTER_THE_OTHER).query().singleRow();
    var attempt = Ids.next();
    boolean wanted =
        jdbc.sql(
                    """
                    update exports
                    set status = 'RUNNING', attempt = :attempt, percent = 0, version = version + 1
                    where tenant_id = current_tenant() and id = :id
                      and status in ('QUEUED', 'RUNNING')
                    """)
                .param("attempt", attempt)
                .param("id", id)
                .update()
            > 0;
    if (!wanted) {
      return Optional.empty();
    }
    throwAway(id);
    return Optional.of(attempt);
  }

  /**
   * Keeps a part, unless the attempt is not the one that counts any more. The row is held
   * meanwhile: whoever ends the attempt changes it first, and then finds every part.
   *
   * @param part counted from 0
   * @param content sealed
   */
  @Transactional
  public boolean keep(UUID id, UUID attempt, int part, byte[] content) {
    return jdbc.sql(
                """
                insert into export_parts (tenant_id, export_id, attempt, part, content)
                select tenant_id, id, attempt, :part, :content from exports
                where tenant_id = current_tenant() and id = :id and status = 'RUNNING'
                  and attempt = :attempt
                for share
                """)
            .param("part", part)
            .param("content", content)
            .param("id", id)
            .param("attempt", attempt)
            .update()
        > 0;
  }

  /** Tells how far an attempt is; false when it is not the one that counts any more. */
  @Transactional
  public boolean reached(UUID id, UUID attempt, int percent) {
    return running(id, attempt, "percent = :value", percent);
  }

  /**
   * The archive is whole.
   *
   * @param rows in the archive
   * @param bytes of the archive
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean done(UUID id, UUID attempt, long rows, long bytes) {
    return running(
        id,
        attempt,
        """
        status = 'READY', percent = 100, row_count = %d, size_bytes = %d, ready_at = now(),
        ready_until = now() + make_interval(secs => :value)
        """
            .formatted(rows, bytes),
        Export.LASTS.toSeconds());
  }

  private boolean running(UUID id, UUID attempt, String what, Object value) {
    return jdbc.sql(
                """
                update exports set %s, version = version + 1
                where tenant_id = current_tenant() and id = :id and status = 'RUNNING'
                  and attempt = :attempt
                """
                    .formatted(what))
            .param("id", id)
            .param("attempt", attempt)
            .param("value", value)
            .update()
        > 0;
  }

  // ------------------------------------------------------------------ its end

  /** Ends one that is under way. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void fail(UUID id, ExportFailure failure) {
    jdbc.sql(
            """
            update exports set status = 'FAILED', failure = :failure, version = version + 1
            where tenant_id = current_tenant() and id = :id and status in ('QUEUED', 'RUNNING')
            """)
        .param("failure", failure.name())
        .param("id", id)
        .update();
    throwAway(id);
  }

  /** Throws a ready archive away; false when it is gone. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean expire(UUID id) {
    boolean wasReady =
        jdbc.sql(
                    """
                    update exports set status = 'EXPIRED', version = version + 1
                    where tenant_id = current_tenant() and id = :id and status = 'READY'
                    """)
                .param("id", id)
                .update()
            > 0;
    throwAway(id);
    return wasReady;
  }

  /**
   * A person is being erased: no archive may still hold them. Ready ones are thrown away, one under
   * way begins anew after the running transaction.
   *
   * @return those whose workflow has to be told
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<UUID> forget() {
    jdbc.sql(ONE_AFTER_THE_OTHER).query().singleRow();
    var forgotten =
        jdbc.sql(
                """
                update exports
                set status = case status when 'READY' then 'EXPIRED' else status end,
                  attempt = null, version = version + 1
                where tenant_id = current_tenant() and status in ('RUNNING', 'READY')
                returning id
                """)
            .query(UUID.class)
            .list();
    jdbc.sql("delete from export_parts where tenant_id = current_tenant()").update();
    return forgotten;
  }

  private void throwAway(UUID id) {
    jdbc.sql("delete from export_parts where tenant_id = current_tenant() and export_id = ?")
        .param(id)
        .update();
  }

  /** A part of a ready archive, sealed; empty behind the last, and when it was thrown away. */
  public Optional<byte[]> part(UUID id, int part) {
    return jdbc.sql(
            """
            select p.content from exports e
            join export_parts p on p.export_id = e.id and p.attempt = e.attempt and p.part = :part
            where e.tenant_id = current_tenant() and p.tenant_id = e.tenant_id and e.id = :id
              and e.status = 'READY'
            """)
        .param("id", id)
        .param("part", part)
        .query(byte[].class)
        .optional();
  }
}
