package com.duespark.domain.privacy;

import com.duespark.domain.secrets.Sealed;
import com.duespark.domain.shared.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Everything that the bound tenant holds about somebody, as one JSON document: a list of rows for
 * each kind of thing, in the names of the database. Secrets are not in it.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
public class Dossier {

  /** Rows of one section, newest first, at most. */
  public static final int MOST = 100_000;

  private record Section(String name, String rows) {}

  private static final String INVOICES =
      "(select id from invoices where tenant_id = current_tenant() and contact_id = :subject)";

  private static final List<Section> OF_CONTACT =
      List.of(
          new Section(
              "contact",
              """
              select to_jsonb(c) - array['tenant_id', 'search_text', 'send_minute', 'version'] as row
              from contacts c where tenant_id = current_tenant() and id = :subject
              """),
          new Section(
              "consents",
              """
              select to_jsonb(k) - array['tenant_id', 'contact_id'] as row
              from channel_consents k where tenant_id = current_tenant() and contact_id = :subject
              """),
          new Section(
              "invoices",
              """
              select to_jsonb(i) - array['tenant_id', 'contact_id', 'search_text', 'version',
                'scheduled_command_id', 'next_at'] as row
              from invoices i where tenant_id = current_tenant() and contact_id = :subject
              order by created_at desc
              """),
          new Section(
              "promises_and_disputes",
              """
              select to_jsonb(d) - array['tenant_id', 'version'] as row
              from invoice_dunning d
              where tenant_id = current_tenant() and invoice_id in %s order by created_at desc
              """
                  .formatted(INVOICES)),
          new Section(
              "payments",
              """
              select to_jsonb(p) - array['tenant_id', 'command_id', 'version'] as row
              from payments p
              where tenant_id = current_tenant() and invoice_id in %s order by created_at desc
              """
                  .formatted(INVOICES)),
          new Section(
              "refunds",
              """
              select to_jsonb(r) - array['tenant_id', 'version'] as row
              from refunds r join payments p on p.tenant_id = r.tenant_id and p.id = r.payment_id
              where r.tenant_id = current_tenant() and p.invoice_id in %s
              order by r.created_at desc
              """
                  .formatted(INVOICES)),
          new Section(
              "messages",
              """
              select jsonb_build_object('id', id, 'type', type, 'channel', channel,
                'invoice_id', invoice_id, 'recipient', recipient, 'subject', subject,
                'text', request ->> 'text', 'status', status, 'provider', provider,
                'sent_at', sent_at, 'delivered_at', delivered_at, 'opened_at', opened_at,
                'open_count', open_count, 'clicked_at', clicked_at, 'created_at', created_at) as row
              from deliveries
              where tenant_id = current_tenant() and audience = 'PAYER'
                and (contact_id = :subject or invoice_id in %s)
              order by created_at desc
              """
                  .formatted(INVOICES)),
          new Section(
              "message_events",
              """
              select jsonb_build_object('message_id', e.delivery_id, 'kind', e.kind,
                'recipient', e.recipient, 'words', e.words, 'occurred_at', e.occurred_at) as row
              from delivery_events e
              join deliveries d on d.tenant_id = e.tenant_id and d.id = e.delivery_id
              where e.tenant_id = current_tenant() and d.audience = 'PAYER'
                and (d.contact_id = :subject or d.invoice_id in %s)
              order by e.occurred_at desc
              """
                  .formatted(INVOICES)),
          new Section(
              "reminders",
              """
              select to_jsonb(r) - array['tenant_id', 'contact_id', 'version', 'command_id'] as row
              from reminders r where tenant_id = current_tenant() and contact_id = :subject
              order by send_at desc
              """),
          new Section(
              "tasks",
              """
              select to_jsonb(w) - array['tenant_id', 'version'] as row from work_items w
              where tenant_id = current_tenant()
                and (contact_id = :subject or invoice_id in %s)
              order by created_at desc
              """
                  .formatted(INVOICES)),
          new Section(
              "history",
              """
              select jsonb_build_object('at', created_at, 'action', action,
                'entity_type', entity_type, 'entity_id', entity_id,
                'before', before, 'after', after) as row
              from audit_log
              where tenant_id = current_tenant() and (entity_id = :subject or entity_id in %s)
              order by id desc
              """
                  .formatted(INVOICES)));

  private static final List<Section> OF_USER =
      List.of(
          new Section(
              "account",
              """
              select jsonb_build_object('id', id, 'email', email, 'display_name', display_name,
                'email_verified_at', email_verified_at, 'locale', locale,
                'identities', (select jsonb_agg(jsonb_build_object(i.provider, i.subject))
                  from user_identities i where i.user_id = users.id),
                'created_at', created_at) as row
              from users where id = :subject
              """),
          new Section(
              "membership",
              """
              select to_jsonb(m) - array['tenant_id', 'version'] as row from tenant_members m
              where tenant_id = current_tenant() and user_id = :subject order by created_at desc
              """),
          new Section(
              "sessions",
              """
              select jsonb_build_object('created_at', created_at, 'last_used_at', last_used_at,
                'ip_address', ip_address, 'user_agent', user_agent, 'revoked_at', revoked_at) as row
              from sessions where tenant_id = current_tenant() and user_id = :subject
              order by created_at desc
              """),
          new Section(
              "api_keys",
              """
              select jsonb_build_object('name', name, 'scopes', to_jsonb(scopes),
                'created_at', created_at, 'last_used_at', last_used_at,
                'revoked_at', revoked_at) as row
              from api_keys where tenant_id = current_tenant() and created_by = :subject
              order by created_at desc
              """),
          new Section(
              "notices",
              """
              select jsonb_build_object('title', title, 'created_at', created_at,
                'read_at', read_at) as row
              from notifications where tenant_id = current_tenant() and user_id = :subject
              order by created_at desc
              """),
          new Section(
              "actions",
              """
              select jsonb_build_object('at', created_at, 'action', action,
                'entity_type', entity_type, 'entity_id', entity_id, 'ip_address', ip_address) as row
              from audit_log where tenant_id = current_tenant() and actor = :subject::text
              order by id desc
              """));

  private final JdbcClient jdbc;
  private final Sealed box;

  Dossier(JdbcClient jdbc, Sealed box) {
    this.jdbc = jdbc;
    this.box = box;
  }

  /**
   * What was found.
   *
   * @param file the document as JSON
   */
  public record Collected(String file, PrivacyReport report) {}

  public Collected collect(SubjectType type, UUID subjectId) {
    var file = JsonNodeFactory.instance.objectNode();
    file.put("subject_type", type.name());
    file.put("subject_id", subjectId.toString());
    file.put("made_at", Instant.now().toString());
    var counts = new LinkedHashMap<String, Integer>();
    // what is sealed in a row is theirs to read
    for (var section : type == SubjectType.CONTACT ? OF_CONTACT : OF_USER) {
      var rows = file.putArray(section.name());
      jdbc.sql("select row::text from (%s limit :most) rows".formatted(section.rows()))
          .param("subject", subjectId)
          .param("most", MOST)
          .query(String.class)
          .list()
          .forEach(row -> rows.add(box.openAll(Json.tree(row))));
      counts.put(section.name(), rows.size());
    }
    return new Collected(Json.write(file), PrivacyReport.of(counts));
  }
}
