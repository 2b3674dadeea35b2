package com.duespark.domain.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the log of the bound tenant, newest first (EP-168). */
@Component
@Transactional(readOnly = true)
public class AuditPages {

  /**
   * What a reader wants; null = everything.
   *
   * @param from inclusive
   * @param until exclusive
   */
  public record Filter(
      @Nullable String entityType,
      @Nullable UUID entityId,
      @Nullable String actor,
      @Nullable String action,
      @Nullable Instant from,
      @Nullable Instant until) {}

  /**
   * Somebody who did something here.
   *
   * @param name of a person or a key; null for what is neither
   */
  public record Actor(String actor, @Nullable String name) {}

  /** Actors to choose from, at most. */
  private static final int ACTORS = 200;

  /** Rows that are fetched at a time when all of them are read. */
  private static final int ROWS = 500;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate rows;

  AuditPages(JdbcClient jdbc, DataSource source) {
    this.jdbc = jdbc;
    rows = new NamedParameterJdbcTemplate(source);
    rows.getJdbcTemplate().setFetchSize(ROWS);
  }

  /** One page. */
  public List<AuditEntry> page(Filter filter, @Nullable UUID beforeId, int limit) {
    var parameters = parameters(filter);
    parameters.put("before_id", beforeId);
    parameters.put("limit", limit);
    var where = where(filter) + (beforeId == null ? "" : " and l.id < :before_id");
    return jdbc.sql(select(where)).params(parameters).query((row, number) -> read(row)).list();
  }

  /** How many there are, counted up to a number. */
  public long count(Filter filter, long atMost) {
    var parameters = parameters(filter);
    parameters.put("limit", atMost);
    return jdbc.sql(
            "select count(*) from (select 1 from audit_log l %s limit :limit) counted"
                .formatted(where(filter)))
        .params(parameters)
        .query(Long.class)
        .single();
  }

  /** Hands over each entry, newest first, without holding them all. */
  @Transactional(readOnly = true, propagation = Propagation.MANDATORY)
  public void each(Filter filter, int limit, Consumer<AuditEntry> take) {
    var parameters = parameters(filter);
    parameters.put("limit", limit);
    RowCallbackHandler each = row -> take.accept(read(row));
    rows.query(select(where(filter)), parameters, each);
  }

  /** Who did something here, people first, by name. */
  public List<Actor> actors() {
    return jdbc.sql(
            """
            with recursive step(actor) as (
              (select actor from audit_log where tenant_id = current_tenant()
               order by actor limit 1)
              union all
              select (select l.actor from audit_log l
                      where l.tenant_id = current_tenant() and l.actor > s.actor
                      order by l.actor limit 1)
              from step s where s.actor is not null)
            select s.actor, coalesce(u.display_name, k.name) as name
            from step s left join users u on u.id = %s
              left join api_keys k on k.tenant_id = current_tenant() and k.id = %s
            where s.actor is not null
            order by u.display_name nulls last, k.name nulls last, s.actor limit %d
            """
                .formatted(uuid("s.actor"), key("s.actor"), ACTORS))
        .query(Actor.class)
        .list();
  }

  /** Only what is asked for is asked of the database, so that each question finds its index. */
  private static String where(Filter filter) {
    var where = new StringBuilder("where l.tenant_id = current_tenant()");
    add(where, filter.entityType(), "l.entity_type = :entity_type");
    add(where, filter.entityId(), "l.entity_id = :entity_id");
    add(where, filter.actor(), "l.actor = :actor");
    add(where, filter.action(), "l.action = :action");
    add(where, filter.from(), "l.created_at >= :from");
    add(where, filter.until(), "l.created_at < :until");
    return where.toString();
  }

  private static void add(StringBuilder where, @Nullable Object wanted, String condition) {
    if (wanted != null) {
      where.append(" and ").append(condition);
    }
  }

  private static Map<String, @Nullable Object> parameters(Filter filter) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("entity_type", filter.entityType());
    parameters.put("entity_id", filter.entityId());
    parameters.put("actor", filter.actor());
    parameters.put("action", filter.action());
    parameters.put("from", at(filter.from()));
    parameters.put("until", at(filter.until()));
    return parameters;
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }

  private static String uuid(String text) {
    return "case when %1$s ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then %1$s::uuid end"
        .formatted(text);
  }

  private static String key(String actor) {
    return uuid("substr(%1$s, length('api_key:') + 1)".formatted(actor));
  }

  private static String select(String where) {
    return """
    select e.id, e.created_at, e.actor, e.action, e.entity_type, e.entity_id, e.before, e.after,
      e.ip_address, e.request_id, e.workflow_id, coalesce(u.display_name, k.name) as actor_name,
      coalesce(i.invoice_number, c.display_name, m.display_name, tm.invited_email,
        case when e.entity_type not in ('contact', 'tenant')
          then coalesce(e.after ->> 'name', e.before ->> 'name') end) as entity_name,
      p.place, p.block, b.created_at as sealed_at
    from (select l.* from audit_log l %s order by l.id desc limit :limit) e
    left join users u on u.id = %s
    left join api_keys k on k.tenant_id = e.tenant_id and k.id = %s
    left join invoices i on i.tenant_id = e.tenant_id and i.id = case
      when e.entity_type = 'invoice' then e.entity_id
      when e.entity_type <> 'contact' then %s end
    left join contacts c on c.tenant_id = e.tenant_id and c.id = e.entity_id
      and e.entity_type = 'contact'
    left join tenant_members tm on tm.tenant_id = e.tenant_id and tm.id = e.entity_id
      and e.entity_type = 'member'
    left join users m on m.id = case when e.entity_type = 'user' then e.entity_id
      else tm.user_id end
    left join audit_places p on p.tenant_id = e.tenant_id and p.entry_id = e.id
      and p.created_at = e.created_at
    left join audit_blocks b on b.tenant_id = p.tenant_id and b.number = p.block
    order by e.id desc
    """
        .formatted(where, uuid("e.actor"), key("e.actor"), uuid("(e.after ->> 'invoice_id')"));
  }

  private static AuditEntry read(ResultSet row) throws SQLException {
    var sealedAt = row.getObject("sealed_at", OffsetDateTime.class);
    return new AuditEntry(
        row.getObject("id", UUID.class),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getString("actor_name"),
        row.getString("action"),
        row.getString("entity_type"),
        row.getObject("entity_id", UUID.class),
        row.getString("entity_name"),
        row.getString("before"),
        row.getString("after"),
        row.getString("ip_address"),
        row.getString("request_id"),
        row.getString("workflow_id"),
        sealedAt == null
            ? null
            : new AuditEntry.Seal(
                row.getLong("place"), row.getLong("block"), sealedAt.toInstant()));
  }
}
