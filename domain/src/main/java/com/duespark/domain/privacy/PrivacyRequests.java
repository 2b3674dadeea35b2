package com.duespark.domain.privacy;

import com.duespark.domain.secrets.Sealed;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.shared.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The privacy requests of the bound tenant. */
@Repository
@Transactional(readOnly = true)
public class PrivacyRequests {

  private static final String SELECT =
      """
      select r.id, r.kind, r.subject_type, r.subject_id,
        coalesce(c.display_name, u.display_name, '') as subject_name,
        r.identity_note, r.status, r.waiting_for, r.override_reason, r.due_on, r.warned_at,
        r.finished_at, r.report::text as report, r.file is not null as has_file, r.file_until,
        r.created_by, m.display_name as created_by_name, r.created_at, r.updated_at,
        r.version
      from privacy_requests r
      join users m on m.id = r.created_by
      left join contacts c on r.subject_type = 'CONTACT'
        and c.tenant_id = r.tenant_id and c.id = r.subject_id
      left join users u on r.subject_type = 'USER' and u.id = r.subject_id
      where r.tenant_id = current_tenant()
      """;

  private final JdbcClient jdbc;
  private final Sealed box;

  PrivacyRequests(JdbcClient jdbc, Sealed box) {
    this.jdbc = jdbc;
    this.box = box;
  }

  /**
   * One page, newest first.
   *
   * @param before the last id of the previous page
   */
  public List<PrivacyRequest> page(@Nullable UUID before, int limit) {
    return jdbc.sql(
            SELECT
                + """
                  and (:before::uuid is null or r.id < :before::uuid)
                order by r.id desc limit :limit
                """)
        .param("before", before)
        .param("limit", limit)
        .query(PrivacyRequests::read)
        .list();
  }

  public long count() {
    return jdbc.sql("select count(*) from privacy_requests where tenant_id = current_tenant()")
        .query(Long.class)
        .single();
  }

  public Optional<PrivacyRequest> find(UUID id) {
    return one(" and r.id = :id", id);
  }

  /** Locks the row until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<PrivacyRequest> lock(UUID id) {
    return one(" and r.id = :id for no key update of r", id);
  }

  private Optional<PrivacyRequest> one(String condition, UUID id) {
    return jdbc.sql(SELECT + condition).param("id", id).query(PrivacyRequests::read).optional();
  }

  /**
   * The file of an export, as JSON; it is stored sealed (PRV-02). Empty when there is none, or none
   * any more.
   */
  public Optional<String> file(UUID id) {
    return jdbc.sql(
            """
            select file from privacy_requests
            where tenant_id = current_tenant() and id = :id and file is not null
              and file_until > now()
            """)
        .param("id", id)
        .query(String.class)
        .optional()
        .map(box::open);
  }

  /** Whether the same is asked already and not at its end. */
  public boolean isUnderWay(PrivacyKind kind, UUID subjectId) {
    return jdbc.sql(
            """
            select exists (select from privacy_requests
              where tenant_id = current_tenant() and kind = :kind and subject_id = :subject
                and status in ('OPEN', 'WAITING'))
            """)
        .param("kind", kind.name())
        .param("subject", subjectId)
        .query(Boolean.class)
        .single();
  }

  /** Erasures that wait for this contact to owe nothing. */
  public List<UUID> waitingFor(UUID contactId) {
    return jdbc.sql(
            """
            select id from privacy_requests
            where tenant_id = current_tenant() and subject_id = :contact and status = 'WAITING'
            """)
        .param("contact", contactId)
        .query(UUID.class)
        .list();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public UUID add(
      PrivacyKind kind,
      SubjectType subjectType,
      UUID subjectId,
      String identityNote,
      LocalDate dueOn,
      UUID createdBy) {
    var id = Ids.next();
    jdbc.sql(
            """
            insert into privacy_requests
              (id, tenant_id, kind, subject_type, subject_id, identity_note, due_on, created_by)
            values
              (:id, current_tenant(), :kind, :type, :subject, :note, :due, :by)
            """)
        .param("id", id)
        .param("kind", kind.name())
        .param("type", subjectType.name())
        .param("subject", subjectId)
        .param("note", identityNote)
        .param("due", dueOn)
        .param("by", createdBy)
        .update();
    return id;
  }

  /** What stands in the way, as it was just read. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void waits(UUID id, Collection<Obstacle> obstacles) {
    set(id, "status = 'WAITING', waiting_for = :value", words(obstacles));
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void override(UUID id, String reason) {
    set(id, "override_reason = :value", reason);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void warned(UUID id) {
    set(id, "warned_at = :value", now());
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void cancel(UUID id) {
    set(id, "status = 'CANCELED', waiting_for = '{}', finished_at = :value", now());
  }

  /**
   * It is at its end.
   *
   * @param file what an export holds, as JSON; null after an erasure
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void done(UUID id, PrivacyReport report, @Nullable String file) {
    jdbc.sql(
            """
            update privacy_requests
            set status = 'DONE', waiting_for = '{}', finished_at = now(), report = :report::jsonb,
              file = :file::text, file_until = case when :file::text is null then null
                else now() + make_interval(days => :days) end, version = version + 1
            where tenant_id = current_tenant() and id = :id
            """)
        .param("id", id)
        .param("report", Json.write(report))
        .param("file", file == null ? null : box.seal(file))
        .param("days", (int) PrivacyRequest.FILE_LASTS.toDays())
        .update();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void dropFile(UUID id) {
    jdbc.sql(
            """
            update privacy_requests set file = null, version = version + 1
            where tenant_id = current_tenant() and id = :id and file is not null
            """)
        .param("id", id)
        .update();
  }

  private void set(UUID id, String what, Object value) {
    jdbc.sql(
            """
            update privacy_requests set %s, version = version + 1
            where tenant_id = current_tenant() and id = :id
            """
                .formatted(what))
        .param("id", id)
        .param("value", value)
        .update();
  }

  /** Real time: a duty of law has no test clock. */
  private static OffsetDateTime now() {
    return Instant.now().atOffset(ZoneOffset.UTC);
  }

  private static String[] words(Collection<Obstacle> obstacles) {
    return obstacles.stream().sorted().map(Obstacle::name).toArray(String[]::new);
  }

  private static PrivacyRequest read(ResultSet row, int index) throws SQLException {
    var report = row.getString("report");
    return new PrivacyRequest(
        row.getObject("id", UUID.class),
        PrivacyKind.valueOf(row.getString("kind")),
        SubjectType.valueOf(row.getString("subject_type")),
        row.getObject("subject_id", UUID.class),
        row.getString("subject_name"),
        row.getString("identity_note"),
        PrivacyStatus.valueOf(row.getString("status")),
        Stream.of((String[]) row.getArray("waiting_for").getArray())
            .map(Obstacle::valueOf)
            .toList(),
        row.getString("override_reason"),
        row.getObject("due_on", LocalDate.class),
        instant(row, "warned_at"),
        instant(row, "finished_at"),
        report == null ? null : Json.read(report, PrivacyReport.class),
        row.getBoolean("has_file"),
        instant(row, "file_until"),
        row.getObject("created_by", UUID.class),
        row.getString("created_by_name"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
        row.getInt("version"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
