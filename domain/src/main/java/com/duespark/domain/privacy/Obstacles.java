package com.duespark.domain.privacy;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What stands in the way of an erasure, as the rows say now. */
@Repository
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
public class Obstacles {

  private static final String OPEN_INVOICE =
      """
      select exists (select from invoices
        where tenant_id = current_tenant() and contact_id = :contact and deleted_at is null
          and status in ('SENT', 'PARTIALLY_PAID'))
      """;

  /**
   * Whatever a workflow or a provider is about to write about the contact. A payment page ends
   * within a day, a message within hours.
   */
  private static final String UNDER_WAY =
      """
      with theirs as (
        select id, status, send_state from invoices
        where tenant_id = current_tenant() and contact_id = :contact)
      select exists (select from theirs where status = 'SCHEDULED' or send_state = 'SENDING')
        or exists (select from deliveries
          where tenant_id = current_tenant() and status in ('NEW', 'ATTEMPTING')
            and (contact_id = :contact or invoice_id in (select id from theirs)))
        or exists (select from payments
          where tenant_id = current_tenant() and status = 'PENDING'
            and invoice_id in (select id from theirs))
        or exists (select from payment_attempts
          where tenant_id = current_tenant() and status = 'INITIATED'
            and invoice_id in (select id from theirs))
        or exists (select from commands
          where tenant_id = current_tenant() and status = 'OPEN'
            and (entity_id = :contact or entity_id in (select id from theirs)))
      """;

  private static final String MEMBER =
      """
      select exists (select from tenant_members
        where tenant_id = current_tenant() and user_id = :user and deleted_at is null)
      """;

  private final JdbcClient jdbc;

  Obstacles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What an erasure waits for; empty when it can run. */
  public Set<Obstacle> of(PrivacyRequest request) {
    var found = EnumSet.noneOf(Obstacle.class);
    switch (request.subjectType()) {
      case CONTACT -> {
        if (is(UNDER_WAY, "contact", request.subjectId())) {
          found.add(Obstacle.UNDER_WAY);
        }
        if (request.overrideReason() == null && is(OPEN_INVOICE, "contact", request.subjectId())) {
          found.add(Obstacle.BALANCE);
        }
      }
      case USER -> {
        if (is(MEMBER, "user", request.subjectId())) {
          found.add(Obstacle.MEMBERSHIP);
        }
      }
    }
    return found;
  }

  private boolean is(String sql, String name, UUID id) {
    return jdbc.sql(sql).param(name, id).query(Boolean.class).single();
  }
}
