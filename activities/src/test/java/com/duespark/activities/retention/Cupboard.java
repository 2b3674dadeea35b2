package com.duespark.activities.retention;

import com.duespark.domain.retention.Thing;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.storage.TestDatabase;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Things of one business, put in at an age; and whether they are still there. */
final class Cupboard {

  private static final String INVOICE =
      """
      insert into invoices (id, tenant_id, contact_id, invoice_number, document, status, issue_date,
        due_date, currency, line_items, subtotal_minor, discount_total_minor, tax_total_minor,
        total_minor, tax_breakdown, deleted_at, paid_at)
      values (:id, :tenant, :contact, %s, (now() - :age::interval)::date,
        (now() - :age::interval)::date, 'KES', '[]', 0, 0, 0, 0, '[]', %s, %s)
      """;

  private static final String AGE = "now() - :age::interval";

  final UUID tenant;
  final UUID user;
  final UUID contact;
  private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());

  Cupboard(UUID tenant, UUID user, UUID contact) {
    this.tenant = tenant;
    this.user = user;
    this.contact = contact;
  }

  /** Something that has its kind's age to go by. */
  UUID put(Thing thing, String age) {
    return put(sql(thing), age);
  }

  private static String sql(Thing thing) {
    return switch (thing) {
      case WEBHOOK_PAYLOADS -> webhook("IGNORED", "null", "null");
      case WEBHOOK_EVENTS -> webhook("IGNORED", "null", "now()");
      case MESSAGE_TEXTS -> message("SENT");
      case DELIVERY_EVENTS ->
          """
          with d as (%s returning id, tenant_id)
          insert into delivery_events (id, tenant_id, delivery_id, kind, recipient, occurred_at,
            created_at)
          select id, tenant_id, id, 'DELIVERED', 'a@b.example', now(), now() - :age::interval from d
          """
              .formatted(message("SENT"));
      case ACCOUNT_MAILS ->
          """
          insert into account_deliveries (id, user_id, type, recipient, dedupe_key, request, status,
            created_at)
          values (:id, :user, 'VERIFY_EMAIL', 'a@b.example', :id::text, '{}', 'SENT',
            now() - :age::interval)
          """;
      case OUTBOX ->
          """
          insert into outbox_messages (id, kind, workflow, workflow_id, dispatched_at)
          values (:id, 'SIGNAL', 'Nobody', :id::text, now() - :age::interval)
          """;
      case IDEMPOTENCY_KEYS ->
          """
          insert into idempotency_keys (tenant_id, endpoint, idempotency_key, request_hash, created_at)
          values (:tenant, 'POST /v1/contacts', :id, 'x', now() - :age::interval)
          """;
      case RATE_WINDOWS -> "insert into rate_windows values (:id::text, now() - :age::interval, 1)";
      case ACCOUNT_TOKENS ->
          """
          insert into account_tokens (token_hash, user_id, kind, expires_at)
          values (decode(replace(:id::text, '-', ''), 'hex'), :user, 'VERIFY_EMAIL',
            now() - :age::interval)
          """;
      case REFRESH_TOKENS ->
          """
          with s as (insert into sessions (id, user_id) values (:id, :user) returning id)
          insert into refresh_tokens (token_hash, session_id, expires_at)
          select decode(replace(:id::text, '-', ''), 'hex'), id, now() - :age::interval from s
          """;
      case SESSIONS ->
          "insert into sessions (id, user_id, created_at) values (:id, :user, now() - :age::interval)";
      case INVITATIONS ->
          """
          insert into invitations (id, tenant_id, member_id, token_hash, expires_at, created_by)
          select :id, tenant_id, id, decode(replace(:id::text, '-', ''), 'hex'),
            now() - :age::interval, :user
          from tenant_members where tenant_id = :tenant limit 1
          """;
      case PORTAL_LINKS ->
          """
          insert into portal_tokens (id, tenant_id, entity_type, entity_id, token_hash, expires_at)
          values (:id, :tenant, 'INVOICE', :id, decode(replace(:id::text, '-', ''), 'hex'),
            now() - :age::interval)
          """;
      case PRIVACY_COPIES ->
          """
          insert into privacy_requests (id, tenant_id, kind, subject_type, subject_id, identity_note,
            status, due_on, finished_at, file, file_until, created_by)
          values (:id, :tenant, 'EXPORT', 'CONTACT', :contact, 'Known', 'DONE', current_date, now(),
            '{}', now() - :age::interval, :user)
          """;
      case DELETED_DRAFTS -> INVOICE.formatted("null, null, 'DRAFT'", AGE, "null");
      case DELETED_CONTACTS ->
          """
          insert into contacts (id, tenant_id, code, display_name, deleted_at)
          values (:id, :tenant, :id::text, 'Debtor', now() - :age::interval)
          """;
      case DELETED_SETTINGS ->
          """
          insert into tax_rates (id, tenant_id, code, name, percent, deleted_at)
          values (:id, :tenant, upper(right(:id::text, 12)), 'VAT', 16, now() - :age::interval)
          """;
      case SETTLED_INVOICES -> INVOICE.formatted(issued("PAID"), "null", AGE);
      case MONTHS_AHEAD, HELD_CONTACTS, ANALYTICS, AUDIT_LOG ->
          throw new IllegalArgumentException(thing.name());
    };
  }

  static String webhook(String status, String bookedAt, String emptiedAt) {
    return """
    insert into webhook_events (id, provider, provider_event_id, tenant_id, payload_json,
      signature_ok, status, received_at, processed_at, booked_at, emptied_at)
    values (:id, 'stripe', :id::text, :tenant, '{"said": "Wanjiku"}', true, '%s',
      now() - :age::interval, now(), %s, %s)
    """
        .formatted(status, bookedAt, emptiedAt);
  }

  static String message(String status) {
    return """
    insert into deliveries (id, tenant_id, type, channel, audience, contact_id, recipient, dedupe_key,
      request, status, created_at)
    values (:id, :tenant, 'MESSAGE', 'EMAIL', 'PAYER', :contact, 'a@b.example', :id::text,
      '{"subject": "Hello", "html": "<p>Hello</p>", "text": "Hello"}', '%s', now() - :age::interval)
    """
        .formatted(status);
  }

  private static String issued(String status) {
    return ":id::text, '{}', '%s'".formatted(status);
  }

  /** An issued invoice of that contact. */
  UUID invoice(UUID of, String status, String issued) {
    var id = Ids.next();
    run(INVOICE.formatted(issued(status), "null", "null"), id, of, issued);
    return id;
  }

  UUID put(String sql, String age) {
    var id = Ids.next();
    run(sql, id, contact, age);
    return id;
  }

  void run(String sql, UUID id, UUID of, String age) {
    owner
        .sql(sql)
        .param("id", id)
        .param("tenant", tenant)
        .param("user", user)
        .param("contact", of)
        .param("age", age)
        .update();
  }

  boolean has(Thing thing, UUID id) {
    return owner
        .sql("select exists (select from %s)".formatted(place(thing)))
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  private static String place(Thing thing) {
    return switch (thing) {
      case WEBHOOK_PAYLOADS ->
          "webhook_events where id = :id and payload_json::text like '%Wanjiku%'";
      case WEBHOOK_EVENTS -> "webhook_events where id = :id";
      case MESSAGE_TEXTS ->
          "deliveries where id = :id and request ->> 'html' <> '' and request ->> 'text' <> ''";
      case DELIVERY_EVENTS -> "delivery_events where id = :id";
      case ACCOUNT_MAILS -> "account_deliveries where id = :id";
      case OUTBOX -> "outbox_messages where id = :id";
      case IDEMPOTENCY_KEYS -> "idempotency_keys where idempotency_key = :id";
      case RATE_WINDOWS -> "rate_windows where scope = :id::text";
      case ACCOUNT_TOKENS ->
          "account_tokens where token_hash = decode(replace(:id::text, '-', ''), 'hex')";
      case REFRESH_TOKENS -> "refresh_tokens where session_id = :id";
      case SESSIONS -> "sessions where id = :id";
      case INVITATIONS -> "invitations where id = :id";
      case PORTAL_LINKS -> "portal_tokens where id = :id";
      case PRIVACY_COPIES -> "privacy_requests where id = :id and file is not null";
      case DELETED_DRAFTS -> "invoices where id = :id";
      case SETTLED_INVOICES -> "invoices where id = :id and archived_at is null";
      case DELETED_CONTACTS, HELD_CONTACTS -> "contacts where id = :id";
      case DELETED_SETTINGS -> "tax_rates where id = :id";
      case MONTHS_AHEAD, ANALYTICS, AUDIT_LOG -> throw new IllegalArgumentException(thing.name());
    };
  }
}
