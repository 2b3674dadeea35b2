package com.duespark.domain.apikeys;

import com.duespark.domain.shared.Ids;
import com.duespark.domain.tenants.TenantStatus;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The keys of the bound tenant. Their times are technical: a test business's clock moves none. */
@Repository
@Transactional(readOnly = true)
public class ApiKeys {

  /** As many keys that are neither revoked nor expired as a business may have. */
  public static final int LIMIT = 20;

  /** A key's last use is written at most once in so many seconds. */
  private static final int NOTED_EVERY_SECONDS = 60;

  private static final String BACKED =
      """
      (u.status = 'ACTIVE' and m.status = 'ACTIVE'
        and m.role in ('OWNER', 'ADMIN'))
      """;

  private static final String SELECT =
      """
      select k.id, k.name, k.prefix, k.last_four, k.scopes, k.created_by,
        u.display_name as created_by_name, k.created_at, k.expires_at, k.last_used_at, k.revoked_at,
        case when k.revoked_at is not null then 'REVOKED'
          when k.expires_at <= now() then 'EXPIRED'
          when %s is not true then 'MAKER_LEFT'
          else 'ACTIVE' end as status
      from api_keys k
      join users u on u.id = k.created_by
      left join tenant_members m on m.tenant_id = k.tenant_id and m.user_id = k.created_by
        and m.deleted_at is null
      where k.tenant_id = current_tenant()
      """
          .formatted(BACKED);

  private final JdbcClient jdbc;

  ApiKeys(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whose key a hash is of. */
  public record Known(UUID id, UUID tenantId) {}

  /** Finds a key by its hash; needs no bound tenant and says nothing of its state. */
  public Optional<Known> byHash(byte[] hash) {
    return jdbc.sql("select id, tenant_id from api_key_of(?)")
        .param(hash)
        .query(Known.class)
        .optional();
  }

  /** Reads what a key may do now, once per request; notes its use once a minute. */
  @Transactional
  public Optional<ApiKeyStanding> use(UUID id) {
    var found =
        jdbc.sql(
                """
                select k.id, k.scopes, k.created_by, m.id as member_id,
                  t.status as tenant_status,
                  u.email_verified_at is not null as verified,
                  (k.revoked_at is null and (k.expires_at is null or k.expires_at > now())
                    and %s) as open
                from api_keys k
                join tenants t on t.id = k.tenant_id
                join users u on u.id = k.created_by
                join tenant_members m on m.tenant_id = k.tenant_id and m.user_id = k.created_by
                  and m.deleted_at is null
                where k.tenant_id = current_tenant() and k.id = :id
                """
                    .formatted(BACKED))
            .param("id", id)
            .query(ApiKeys::standing)
            .optional();
    found.filter(ApiKeyStanding::open).ifPresent(key -> noteUse(key.id()));
    return found;
  }

  private void noteUse(UUID id) {
    jdbc.sql(
            """
            update api_keys set last_used_at = now()
            where tenant_id = current_tenant() and id = :id and revoked_at is null
              and (last_used_at is null or last_used_at < now() - make_interval(secs => :every))
            """)
        .param("id", id)
        .param("every", NOTED_EVERY_SECONDS)
        .update();
  }

  /**
   * One page, newest first.
   *
   * @param before the last id of the previous page
   */
  public List<ApiKey> page(@Nullable UUID before, int limit) {
    return jdbc.sql(
            SELECT
                + """
                  and (:before::uuid is null or k.id < :before::uuid)
                order by k.id desc limit :limit
                """)
        .param("before", before)
        .param("limit", limit)
        .query(ApiKeys::key)
        .list();
  }

  public long count() {
    return jdbc.sql("select count(*) from api_keys where tenant_id = current_tenant()")
        .query(Long.class)
        .single();
  }

  /** How many count towards the {@link #LIMIT}. */
  public long countOpen() {
    return jdbc.sql(
            """
            select count(*) from api_keys
            where tenant_id = current_tenant() and revoked_at is null
              and (expires_at is null or expires_at > now())
            """)
        .query(Long.class)
        .single();
  }

  public Optional<ApiKey> find(UUID id) {
    return jdbc.sql(SELECT + " and k.id = :id").param("id", id).query(ApiKeys::key).optional();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public ApiKey add(
      ApiKeySecret secret,
      String name,
      Collection<Scope> scopes,
      @Nullable Instant expiresAt,
      UUID createdBy) {
    var id = Ids.next();
    jdbc.sql(
            """
            insert into api_keys
              (id, tenant_id, name, key_hash, prefix, last_four, scopes, expires_at, created_by)
            values
              (:id, current_tenant(), :name, :hash, :prefix, :last, :scopes, :expires, :by)
            """)
        .param("id", id)
        .param("name", name)
        .param("hash", secret.hash())
        .param("prefix", secret.prefix())
        .param("last", secret.lastFour())
        .param("scopes", words(scopes))
        .param("expires", expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC))
        .param("by", createdBy)
        .update();
    return find(id).orElseThrow();
  }

  /** False when it was revoked before. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean revoke(UUID id) {
    return jdbc.sql(
                """
                update api_keys set revoked_at = now()
                where tenant_id = current_tenant() and id = :id and revoked_at is null
                """)
            .param("id", id)
            .update()
        == 1;
  }

  private static String[] words(Collection<Scope> scopes) {
    return EnumSet.copyOf(scopes).stream().map(Scope::word).toArray(String[]::new);
  }

  private static ApiKey key(ResultSet row, int index) throws SQLException {
    return new ApiKey(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("prefix"),
        row.getString("last_four"),
        List.copyOf(scopes(row)),
        ApiKeyStatus.valueOf(row.getString("status")),
        row.getObject("created_by", UUID.class),
        row.getString("created_by_name"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row, "expires_at"),
        instant(row, "last_used_at"),
        instant(row, "revoked_at"));
  }

  private static ApiKeyStanding standing(ResultSet row, int index) throws SQLException {
    return new ApiKeyStanding(
        row.getObject("id", UUID.class),
        row.getBoolean("open"),
        TenantStatus.valueOf(row.getString("tenant_status")),
        scopes(row),
        row.getObject("created_by", UUID.class),
        row.getObject("member_id", UUID.class),
        row.getBoolean("verified"));
  }

  private static Set<Scope> scopes(ResultSet row) throws SQLException {
    Array words = row.getArray("scopes");
    var scopes = EnumSet.noneOf(Scope.class);
    Arrays.stream((String[]) words.getArray()).map(Scope::of).forEach(scopes::add);
    return scopes;
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
