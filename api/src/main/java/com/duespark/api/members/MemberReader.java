package com.duespark.api.members;

import com.duespark.api.shared.Caller;
import com.duespark.domain.members.Member;
import com.duespark.domain.members.MemberStatus;
import com.duespark.domain.members.Members;
import com.duespark.domain.members.Role;
import com.duespark.domain.members.Team;
import com.duespark.domain.shared.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the team with names and addresses: owners first, then by role and name. */
@Component
class MemberReader {

  private record Row(
      Member member,
      @Nullable String displayName,
      String email,
      @Nullable Instant invitedAt,
      @Nullable Instant invitationEndsAt) {}

  private final JdbcClient jdbc;
  private final Members members;

  MemberReader(JdbcClient jdbc, Members members) {
    this.jdbc = jdbc;
    this.members = members;
  }

  /** A business has at most {@link Members#LIMIT}, so this is one page. */
  @Transactional(readOnly = true)
  public List<MemberView> all(Caller caller) {
    return views(null, caller);
  }

  @Transactional(readOnly = true)
  public MemberView read(UUID id, Caller caller) {
    return views(id, caller).stream().findFirst().orElseThrow(MemberReader::missing);
  }

  static Refused missing() {
    return Refused.notFound("Member");
  }

  private List<MemberView> views(@Nullable UUID only, Caller caller) {
    var actor = members.find(caller.memberId()).orElseThrow(MemberReader::missing);
    int owners = members.activeOwners();
    return rows(only).stream().map(row -> view(row, actor, owners)).toList();
  }

  private static MemberView view(Row row, Member actor, int owners) {
    var member = row.member();
    return new MemberView(
        member.id(),
        member.userId(),
        row.displayName(),
        row.email(),
        member.role(),
        member.status(),
        member.role().isAtLeast(Role.STAFF) || (member.role() == Role.AGENT && member.canSend()),
        member.id().equals(actor.id()),
        member.lastSeenAt(),
        row.invitedAt(),
        row.invitationEndsAt(),
        member.version(),
        Team.allowed(actor, member, owners).stream()
            .map(act -> act.name().toLowerCase(Locale.ROOT))
            .toList());
  }

  private List<Row> rows(@Nullable UUID only) {
    return jdbc.sql(
            """
            select m.id, m.tenant_id, m.user_id, m.role, m.status, m.can_send, m.invited_email,
              m.last_seen_at, m.created_by, m.version, u.display_name,
              coalesce(u.email, m.invited_email) as email, i.created_at as invited_at, i.expires_at
            from tenant_members m
            left join users u on u.id = m.user_id
            left join lateral (
              select created_at, expires_at from invitations
              where tenant_id = m.tenant_id and member_id = m.id and ended_at is null
              order by created_at desc limit 1) i on true
            where m.tenant_id = current_tenant() and m.deleted_at is null
              and (:only::uuid is null or m.id = :only::uuid)
            order by array_position(array['OWNER', 'ADMIN', 'STAFF', 'AGENT', 'VIEWER'], m.role),
              lower(coalesce(u.display_name, m.invited_email)), m.id
            limit :limit
            """)
        .param("only", only)
        .param("limit", Members.LIMIT)
        .query(MemberReader::row)
        .list();
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    return new Row(
        new Member(
            row.getObject("id", UUID.class),
            row.getObject("tenant_id", UUID.class),
            row.getObject("user_id", UUID.class),
            Role.valueOf(row.getString("role")),
            MemberStatus.valueOf(row.getString("status")),
            row.getBoolean("can_send"),
            row.getString("invited_email"),
            instant(row.getTimestamp("last_seen_at")),
            row.getObject("created_by", UUID.class),
            null,
            row.getInt("version")),
        row.getString("display_name"),
        row.getString("email"),
        instant(row.getTimestamp("invited_at")),
        instant(row.getTimestamp("expires_at")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp moment) {
    return moment == null ? null : moment.toInstant();
  }
}
