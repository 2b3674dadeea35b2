package com.duespark.domain.deliveries;

import com.duespark.domain.shared.Tenant;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What providers told of the bound tenant's messages; each event is taken once. */
@Repository
@Transactional
public class DeliveryEvents {

  private static final int IN_A_ROW = 3;

  private final JdbcClient jdbc;

  DeliveryEvents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Keeps an event; of a person who was erased meanwhile neither address nor words.
   *
   * @param eventId of the stored webhook
   * @param at the business's time
   * @return false when it was kept before
   */
  public boolean keep(UUID eventId, MailReport report, Instant at) {
    return jdbc.sql(
                """
                insert into delivery_events
                  (id, tenant_id, delivery_id, kind, recipient, words, occurred_at)
                select :id, :tenant, d.id, :kind,
                  case when d.recipient = 'erased' then d.recipient else :recipient end,
                  case when d.recipient = 'erased' then null else :words::text end, :at
                from deliveries d where d.tenant_id = current_tenant() and d.id = :delivery
                on conflict (id) do nothing
                """)
            .param("id", eventId)
            .param("tenant", Tenant.id())
            .param("delivery", report.deliveryId())
            .param("kind", report.kind().name())
            .param("recipient", report.recipient())
            .param("words", report.words())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** The last mails to this address came back one after the other (DLV-08). */
  public boolean keepsBouncing(String recipient) {
    var last =
        jdbc.sql(
                """
                select outcome from (
                  select distinct on (delivery_id) delivery_id, kind as outcome, occurred_at
                  from delivery_events
                  where tenant_id = current_tenant() and recipient = :recipient
                    and kind in ('SOFT_BOUNCED', 'DELIVERED', 'OPENED', 'CLICKED')
                  order by delivery_id, (kind <> 'SOFT_BOUNCED') desc, occurred_at desc) mails
                order by occurred_at desc, delivery_id desc limit :limit
                """)
            .param("recipient", recipient)
            .param("limit", IN_A_ROW)
            .query(String.class)
            .list();
    return last.equals(List.of("SOFT_BOUNCED", "SOFT_BOUNCED", "SOFT_BOUNCED"));
  }

  /** A mail without a business; true when the provider's word ended a doubt. */
  public boolean acceptedAccountMail(MailReport report, String provider) {
    return jdbc.sql("select account_delivery_accepted(:id, :provider, :message)")
        .param("id", report.deliveryId())
        .param("provider", provider)
        .param("message", report.messageId())
        .query(Boolean.class)
        .single();
  }
}
