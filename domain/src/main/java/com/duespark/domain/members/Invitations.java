package com.duespark.domain.members;

import com.duespark.domain.secrets.SecretTokens;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.shared.Tenant;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The links that let somebody into the bound tenant. All links of an invited member work until one
 * is used or the member is removed; then none does.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Invitations {

  /** How long a link is good for. */
  public static final Duration VALIDITY = Duration.ofDays(7);

  /** Mails to one address from one business in 24 hours. */
  public static final int PER_DAY = 5;

  private final JdbcClient jdbc;
  private final SecretTokens secretTokens;

  Invitations(JdbcClient jdbc, SecretTokens secretTokens) {
    this.jdbc = jdbc;
    this.secretTokens = secretTokens;
  }

  /** What the mail's link is derived from; the secret itself is not kept. */
  public record Link(UUID id, int keyVersion) {}

  /** Makes a link for an invited member. */
  public Link open(UUID memberId, UUID invitedBy) {
    var link = new Link(Ids.next(), secretTokens.keyVersion());
    jdbc.sql(
            """
            insert into invitations (id, tenant_id, member_id, token_hash, expires_at, created_by)
            values (?, ?, ?, ?, now() + make_interval(secs => ?), ?)
            """)
        .params(
            link.id(),
            Tenant.id(),
            memberId,
            SecretTokens.hash(secretTokens.token(link.id(), link.keyVersion())),
            VALIDITY.toSeconds(),
            invitedBy)
        .update();
    return link;
  }

  /** How long until an address may be written to again; zero when it may be now. */
  public Duration waitFor(String email) {
    return jdbc.sql(
            """
            select extract(epoch from i.created_at + interval '1 day' - now())
            from invitations i
            join tenant_members m on m.tenant_id = i.tenant_id and m.id = i.member_id
            where i.tenant_id = current_tenant() and m.invited_email = ?
              and i.created_at > now() - interval '1 day'
            order by i.created_at desc offset ? limit 1
            """)
        .params(email, PER_DAY - 1)
        .query(Double.class)
        .optional()
        .map(seconds -> Duration.ofMillis((long) (seconds * 1000)))
        .orElse(Duration.ZERO);
  }

  /** The business that a link leads into; needs no bound tenant. */
  public UUID tenantOf(String token) {
    return jdbc.sql("select tenant_id from invitation_tenant(?)")
        .param(SecretTokens.hash(token))
        .query(UUID.class)
        .optional()
        .orElseThrow(Invitations::over);
  }

  /**
   * The invitation of a link into the bound tenant.
   *
   * @throws Refused when it is unknown, used, withdrawn or expired: one answer for all
   */
  public Invitation find(String token) {
    return jdbc.sql(
            """
            select i.id, i.member_id, m.invited_email as email, m.role, i.expires_at, i.created_by
            from invitations i
            join tenant_members m on m.tenant_id = i.tenant_id and m.id = i.member_id
            join tenants t on t.id = i.tenant_id and t.status = 'ACTIVE'
            where i.tenant_id = current_tenant() and i.token_hash = ?
              and i.ended_at is null and i.expires_at > now()
              and m.status = 'INVITED' and m.deleted_at is null
            """)
        .param(SecretTokens.hash(token))
        .query(
            (row, index) ->
                new Invitation(
                    row.getObject("id", UUID.class),
                    row.getObject("member_id", UUID.class),
                    row.getString("email"),
                    Role.valueOf(row.getString("role")),
                    row.getTimestamp("expires_at").toInstant(),
                    row.getObject("created_by", UUID.class)))
        .optional()
        .orElseThrow(Invitations::over);
  }

  /** Ends every link of a member. */
  public void end(UUID memberId) {
    jdbc.sql(
            """
            update invitations set ended_at = now()
            where tenant_id = current_tenant() and member_id = ? and ended_at is null
            """)
        .param(memberId)
        .update();
  }

  private static Refused over() {
    return Refused.invalid(
        "token",
        "TOKEN_EXPIRED",
        "This invitation does not work any more; ask whoever invited you for a new one");
  }
}
