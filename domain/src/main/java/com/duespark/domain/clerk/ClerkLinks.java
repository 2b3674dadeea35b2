package com.duespark.domain.clerk;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How Clerk's ids lead to ours. What is kept of members is of the bound tenant. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ClerkLinks {

  private final JdbcClient jdbc;

  ClerkLinks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The business of an organisation; needs no bound tenant. */
  @Transactional(readOnly = true)
  public Optional<UUID> tenantOf(String organization) {
    return one("select id from clerk_tenant(?)", organization);
  }

  /** The business in which somebody is a member by this membership; needs no bound tenant. */
  public Optional<UUID> tenantOfMembership(String membership) {
    return one("select id from clerk_membership_tenant(?)", membership);
  }

  public Optional<UUID> userOf(String subject) {
    return one(
        "select user_id from user_identities where provider = 'CLERK' and subject = ?", subject);
  }

  /** Whether a word about an object is newer than all that were taken; keeps that it was taken. */
  public boolean isNews(String id, Instant at) {
    return news(id, at, false);
  }

  /** Keeps that an object was deleted; false when that is known. */
  public boolean isNewlyGone(String id) {
    return news(id, Instant.now(), true);
  }

  private boolean news(String id, Instant at, boolean gone) {
    return jdbc.sql("select clerk_news(?, ?, ?)")
        .params(id, at.atOffset(ZoneOffset.UTC), gone)
        .query(Boolean.class)
        .single();
  }

  public boolean isGone(String id) {
    return jdbc.sql("select clerk_gone(?)").param(id).query(Boolean.class).single();
  }

  /** Whether somebody comes by Clerk. */
  public boolean isKnown(UUID userId) {
    return jdbc.sql(
            """
            select exists (select from user_identities where provider = 'CLERK' and user_id = ?)
            """)
        .param(userId)
        .query(Boolean.class)
        .single();
  }

  public void linkUser(String subject, UUID userId) {
    jdbc.sql(
            """
            insert into user_identities (provider, subject, user_id) values ('CLERK', ?, ?)
            """)
        .params(subject, userId)
        .update();
  }

  public void unlinkUser(String subject) {
    jdbc.sql("delete from user_identities where provider = 'CLERK' and subject = ?")
        .param(subject)
        .update();
  }

  /** The organisation that the bound tenant is. */
  public Optional<String> organization() {
    return jdbc.sql(
            """
            select clerk_org_id from tenants where id = current_tenant() and clerk_org_id is not null
            """)
        .query(String.class)
        .optional();
  }

  public void linkTenant(String organization) {
    jdbc.sql("update tenants set clerk_org_id = ? where id = current_tenant()")
        .param(organization)
        .update();
  }

  /** Nobody comes in by Clerk any more; the members stay. */
  public void unlinkTenant() {
    jdbc.sql("update tenants set clerk_org_id = null where id = current_tenant()").update();
    jdbc.sql(
            """
            update tenant_members set clerk_membership_id = null, clerk_role = null
            where tenant_id = current_tenant() and clerk_membership_id is not null
            """)
        .update();
  }

  /** The member that a membership stands for. */
  public Optional<UUID> memberOf(String membership) {
    return one(
        """
        select id from tenant_members
        where tenant_id = current_tenant() and clerk_membership_id = ? and deleted_at is null
        """,
        membership);
  }

  /** Whether the member that a membership stood for was removed here, not at Clerk. */
  public boolean isRemovedHere(String membership) {
    return jdbc.sql(
            """
            select exists (select from tenant_members
              where tenant_id = current_tenant() and clerk_membership_id = ?
                and deleted_at is not null)
            """)
        .param(membership)
        .query(Boolean.class)
        .single();
  }

  /** The role that a member had at Clerk when it was last taken; empty without a membership. */
  public Optional<String> roleOf(UUID memberId) {
    return jdbc.sql(
            """
            select clerk_role from tenant_members
            where tenant_id = current_tenant() and id = ? and clerk_role is not null
            """)
        .param(memberId)
        .query(String.class)
        .optional();
  }

  /** Notes a membership and its role with a member; null for none. */
  public void linkMember(UUID memberId, @Nullable String membership, @Nullable String role) {
    jdbc.sql(
            """
            update tenant_members set clerk_membership_id = :membership, clerk_role = :role
            where tenant_id = current_tenant() and id = :member
            """)
        .param("membership", membership)
        .param("role", role)
        .param("member", memberId)
        .update();
  }

  private Optional<UUID> one(String sql, String id) {
    return jdbc.sql(sql).param(id).query(UUID.class).optional();
  }
}
