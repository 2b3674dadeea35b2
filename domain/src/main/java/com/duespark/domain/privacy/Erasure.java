package com.duespark.domain.privacy;

import com.duespark.domain.audit.Erasing;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.exports.ExportOutbox;
import com.duespark.domain.exports.Exports;
import com.duespark.domain.inbox.Inbox;
import com.duespark.domain.secrets.Sealed;
import com.duespark.domain.shared.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a person out of every table of the bound tenant (PRV-06), in the running transaction.
 * Issued invoices and their payments stay, with a pseudonym where the person was; drafts, links,
 * consents and kept answers go.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Erasure {

  /** For how long after their issue law obliges to keep invoices, counted from the latest one. */
  public static final int YEARS_HELD = 7;

  /** Columns that people write into, of the rows that a condition finds. */
  private record Texts(String table, List<String> texts, List<String> documents, String where) {

    static Texts of(String table, List<String> texts, List<String> documents, String where) {
      return new Texts(table, texts, documents, where);
    }
  }

  private static final String THEIR_INVOICES =
      "(select id from invoices where tenant_id = current_tenant() and contact_id = :contact)";

  private static final String THEIR_PAYMENTS =
      """
      (select id from payments where tenant_id = current_tenant() and invoice_id in %s)
      """
          .formatted(THEIR_INVOICES);

  private static final String ABOUT_THEM =
      "(contact_id = :contact or invoice_id in %s)".formatted(THEIR_INVOICES);

  private static final List<Texts> TEXTS =
      List.of(
          Texts.of(
              "invoices",
              List.of(
                  "reference",
                  "notes",
                  "terms",
                  "internal_note",
                  "closing_reason",
                  "last_send_error"),
              List.of("document", "line_items"),
              "contact_id = :contact"),
          Texts.of(
              "payments",
              List.of("note", "method_label", "exception_reason"),
              List.of(),
              "invoice_id in " + THEIR_INVOICES),
          Texts.of("refunds", List.of("reason"), List.of(), "payment_id in " + THEIR_PAYMENTS),
          Texts.of(
              "reminders",
              List.of("skip_reason"),
              List.of("reasons", "evidence"),
              "contact_id = :contact"),
          Texts.of("work_items", List.of("title", "description"), List.of(), ABOUT_THEM),
          Texts.of(
              "notifications",
              List.of("title"),
              List.of(),
              "(entity_id = :contact or entity_id in %s or entity_id in %s)"
                  .formatted(THEIR_INVOICES, THEIR_PAYMENTS)),
          Texts.of(
              "privacy_requests",
              List.of("identity_note", "override_reason"),
              List.of(),
              "subject_id = :contact"));

  /** What a customer or somebody about a customer said with a command, in its own fields. */
  private static final List<String> WORDS_OF_COMMANDS = List.of("note", "reason", "message");

  private final JdbcClient jdbc;
  private final Inbox inbox;
  private final KeptAnswers answers;
  private final Erasing erasing;
  private final Exports exports;
  private final ExportOutbox exportOutbox;
  private final Sealed box;

  Erasure(
      JdbcClient jdbc,
      Inbox inbox,
      KeptAnswers answers,
      Erasing erasing,
      Exports exports,
      ExportOutbox exportOutbox,
      Sealed box) {
    this.jdbc = jdbc;
    this.inbox = inbox;
    this.exports = exports;
    this.exportOutbox = exportOutbox;
    this.answers = answers;
    this.erasing = erasing;
    this.box = box;
  }

  /**
   * Erases a contact. Its row is locked first, then its invoices', so that nothing is written about
   * it meanwhile.
   */
  public PrivacyReport contact(UUID contactId, Trail trail) {
    var code = lock(contactId);
    var pseudonym = new Pseudonym("Erased " + code, known(contactId));
    var traces = traces(contactId);
    var changed = new LinkedHashMap<String, Integer>();
    var holdUntil = holdUntil(contactId);

    changed.put("audit_log", audit(contactId, trail));
    changed.put("deliveries", update(MESSAGES, contactId));
    changed.put("delivery_events", events(contactId));
    changed.put("payment_attempts", update(PAYMENT_PAGES, contactId));
    update("update payments set receipt_url = null where " + ofInvoices("payments"), contactId);
    changed.put("invoice_dunning", update(PROMISES, contactId));
    changed.put("portal_tokens", update(LINKS, contactId));
    changed.put("channel_consents", update(CONSENTS, contactId));
    changed.put("commands", commands(contactId, pseudonym));
    changed.put("drafts", update(DRAFTS, contactId));
    update(BUYERS, contactId, pseudonym.name());
    for (var texts : TEXTS) {
      changed.merge(texts.table(), rewrite(texts, contactId, pseudonym), Integer::sum);
    }
    update(FILES, contactId);
    changed.put("idempotency_keys", answers.erase(pseudonym));
    changed.put("webhook_events", told(pseudonym, traces));
    changed.put("dead_letters", letters(pseudonym));
    person(contactId, pseudonym, holdUntil);
    changed.put("exports", archives());

    return new PrivacyReport(
        changed, pseudonym.name(), invoicesKept(contactId), holdUntil, providers(contactId));
  }

  /**
   * Erases what the business holds about somebody who worked for it: where they signed in from, and
   * what they were told. The log of what they did for the business stays.
   */
  public PrivacyReport user(UUID userId, Trail trail) {
    var changed = new LinkedHashMap<String, Integer>();
    changed.put("audit_log", erasing.addressesOf(userId.toString(), trail));
    changed.put(
        "notifications",
        jdbc.sql("delete from notifications where tenant_id = current_tenant() and user_id = :user")
            .param("user", userId)
            .update());
    changed.put(
        "sessions",
        jdbc.sql(
                """
                update sessions set ip_address = null, user_agent = null
                where tenant_id = current_tenant() and user_id = :user and ip_address is not null
                """)
            .param("user", userId)
            .update());
    jdbc.sql(
            """
            update privacy_requests set file = null
            where tenant_id = current_tenant() and subject_id = :user and file is not null
            """)
        .param("user", userId)
        .update();
    changed.put("exports", archives());
    return PrivacyReport.of(changed);
  }

  /** Archives of everything hold the person too. */
  private int archives() {
    var forgotten = exports.forget();
    forgotten.forEach(exportOutbox::changed);
    return forgotten.size();
  }

  // ------------------------------------------------------------------ what is known of them

  private String lock(UUID contactId) {
    var code =
        jdbc.sql(
                """
                select code from contacts
                where tenant_id = current_tenant() and id = :contact for update
                """)
            .param("contact", contactId)
            .query(String.class)
            .single();
    jdbc.sql(
            """
            select id from invoices
            where tenant_id = current_tenant() and contact_id = :contact order by id for update
            """)
        .param("contact", contactId)
        .query(UUID.class)
        .list();
    return code;
  }

  /** Names, addresses and numbers, of today and as frozen on documents and messages. */
  private List<@Nullable String> known(UUID contactId) {
    return words(
        """
        select unnest(array[display_name, company_name, email, secondary_email, phone,
          secondary_phone, address_line1, address_line2, tax_id])
        from contacts where tenant_id = current_tenant() and id = :contact
        union
        select unnest(array[document #>> '{buyer,name}', document #>> '{buyer,companyName}',
          document #>> '{buyer,email}', document #>> '{buyer,taxId}',
          document #>> '{buyer,addressLines,0}', document #>> '{buyer,addressLines,1}'])
        from invoices
        where tenant_id = current_tenant() and contact_id = :contact and document is not null
        union
        select recipient from deliveries
        where tenant_id = current_tenant() and audience = 'PAYER' and %s
        union
        select suppressed_address from channel_consents
        where tenant_id = current_tenant() and contact_id = :contact
        """
            .formatted(ABOUT_THEM),
        contactId);
  }

  /** What providers call their messages and payments. */
  private List<@Nullable String> traces(UUID contactId) {
    return words(
        """
        select provider_message_id from deliveries
        where tenant_id = current_tenant() and audience = 'PAYER' and %1$s
        union
        select provider_payment_id from payments
        where tenant_id = current_tenant() and invoice_id in %2$s
        union
        select unnest(array[provider_session_id, provider_payment_id]) from payment_attempts
        where tenant_id = current_tenant() and invoice_id in %2$s
        """
            .formatted(ABOUT_THEM, THEIR_INVOICES),
        contactId);
  }

  private List<@Nullable String> words(String sql, UUID contactId) {
    return jdbc.sql(sql).param("contact", contactId).query((row, n) -> row.getString(1)).stream()
        .map(word -> word == null ? null : box.openOrKeep(word))
        .toList();
  }

  private @Nullable LocalDate holdUntil(UUID contactId) {
    return jdbc.sql(
            """
            select (max(issue_date) + make_interval(years => :years))::date from invoices
            where tenant_id = current_tenant() and contact_id = :contact
              and invoice_number is not null
            """)
        .param("contact", contactId)
        .param("years", YEARS_HELD)
        .query((row, n) -> row.getObject(1, LocalDate.class))
        .list()
        .getFirst();
  }

  private int invoicesKept(UUID contactId) {
    return jdbc.sql(
            """
            select count(*) from invoices
            where tenant_id = current_tenant() and contact_id = :contact
              and invoice_number is not null
            """)
        .param("contact", contactId)
        .query(Integer.class)
        .single();
  }

  /** Through whom messages and money went. What they keep, they keep by their own duty. */
  private List<String> providers(UUID contactId) {
    return jdbc.sql(
            """
            select distinct lower(provider) from deliveries
            where tenant_id = current_tenant() and provider is not null and %1$s
            union
            select distinct lower(provider) from payments
            where tenant_id = current_tenant() and provider_payment_id is not null
              and invoice_id in %2$s
            order by 1
            """
                .formatted(ABOUT_THEM, THEIR_INVOICES))
        .param("contact", contactId)
        .query(String.class)
        .list();
  }

  // ------------------------------------------------------------------ what is done

  private static final String MESSAGES =
      """
      update deliveries
      set recipient = case when audience = 'PAYER' then 'erased' else recipient end,
        dedupe_key = case when audience = 'PAYER'
          then replace(dedupe_key, recipient, 'erased-' || id) else dedupe_key end,
        subject = null, error_message = null, version = version + 1,
        request = request || '{"subject": "Erased", "html": "Erased", "text": "Erased"}'
      where tenant_id = current_tenant() and %s
      """
          .formatted(ABOUT_THEM);

  private static final String PAYMENT_PAGES =
      """
      update payment_attempts set url = null, request = '{}', response = null
      where tenant_id = current_tenant() and invoice_id in %s
      """
          .formatted(THEIR_INVOICES);

  private static final String PROMISES =
      """
      update invoice_dunning set promise_note = null, dispute_reason = null
      where tenant_id = current_tenant() and invoice_id in %s
        and (promise_note is not null or dispute_reason is not null)
      """
          .formatted(THEIR_INVOICES);

  private static final String LINKS =
      """
      update portal_tokens set revoked_at = now()
      where tenant_id = current_tenant() and revoked_at is null and entity_id in %s
      """
          .formatted(THEIR_INVOICES);

  private static final String CONSENTS =
      "delete from channel_consents where tenant_id = current_tenant() and contact_id = :contact";

  private static final String DRAFTS =
      """
      update invoices set deleted_at = now(), version = version + 1
      where tenant_id = current_tenant() and contact_id = :contact and status = 'DRAFT'
        and deleted_at is null and invoice_number is null
      """;

  private static final String BUYERS =
      """
      update invoices
      set document = jsonb_set(document, '{buyer}', jsonb_build_object('name', :pseudonym::text,
          'companyName', null, 'addressLines', '[]'::jsonb, 'taxId', null, 'email', null)),
        internal_note = null, version = version + 1
      where tenant_id = current_tenant() and contact_id = :contact and document is not null
      """;

  private static final String FILES =
      """
      update privacy_requests set file = null
      where tenant_id = current_tenant() and subject_id = :contact and file is not null
      """;

  private static String ofInvoices(String table) {
    return "%s.tenant_id = current_tenant() and %s.invoice_id in %s"
        .formatted(table, table, THEIR_INVOICES);
  }

  private int update(String sql, UUID contactId) {
    return jdbc.sql(sql).param("contact", contactId).update();
  }

  private int update(String sql, UUID contactId, String pseudonym) {
    return jdbc.sql(sql).param("contact", contactId).param("pseudonym", pseudonym).update();
  }

  private int audit(UUID contactId, Trail trail) {
    int entries = erasing.about("contact", contactId, trail);
    entries += erasing.about("invoice", ids("invoices", "contact_id = :contact", contactId), trail);
    entries +=
        erasing.about(
            "payment", ids("payments", "invoice_id in " + THEIR_INVOICES, contactId), trail);
    entries +=
        erasing.about(
            "privacy_request", ids("privacy_requests", "subject_id = :contact", contactId), trail);
    return entries + erasing.about("delivery", ids("deliveries", ABOUT_THEM, contactId), trail);
  }

  private List<UUID> ids(String table, String where, UUID contactId) {
    return jdbc.sql(
            "select id from %s where tenant_id = current_tenant() and %s".formatted(table, where))
        .param("contact", contactId)
        .query(UUID.class)
        .list();
  }

  private int events(UUID contactId) {
    return jdbc.sql("select erase_delivery_events(:ids)")
        .param("ids", ids("deliveries", ABOUT_THEM, contactId).toArray(UUID[]::new))
        .query(Integer.class)
        .single();
  }

  /** What was said with a command goes; what it did stays. */
  private int commands(UUID contactId, Pseudonym pseudonym) {
    var where = "(entity_id = :contact or entity_id in %s)".formatted(THEIR_INVOICES);
    for (var word : WORDS_OF_COMMANDS) {
      jdbc.sql(
              """
              update commands set body = jsonb_set(body, array[:word], '"erased"')
              where tenant_id = current_tenant() and jsonb_typeof(body -> :word) = 'string' and %s
              """
                  .formatted(where))
          .param("word", word)
          .param("contact", contactId)
          .update();
    }
    return rewrite(
        Texts.of("commands", List.of(), List.of("body", "result"), where), contactId, pseudonym);
  }

  /** Row by row, because what a person is called can stand anywhere in what people wrote. */
  private int rewrite(Texts what, UUID contactId, Pseudonym pseudonym) {
    var columns = Stream.concat(what.texts().stream(), what.documents().stream()).toList();
    var rows =
        jdbc.sql(
                "select id, %s from %s where tenant_id = current_tenant() and %s"
                    .formatted(
                        String.join(
                            ", ",
                            columns.stream().map(c -> "%s::text as %s".formatted(c, c)).toList()),
                        what.table(),
                        what.where()))
            .param("contact", contactId)
            .query()
            .listOfRows();
    int changed = 0;
    for (var row : rows) {
      var sets = new ArrayList<String>();
      var values = new LinkedHashMap<String, @Nullable Object>();
      for (var column : columns) {
        if (row.get(column) instanceof String was) {
          boolean document = what.documents().contains(column);
          var is = document ? pseudonym.json(was) : pseudonym.text(was);
          if (document ? !Json.tree(is).equals(Json.tree(was)) : !is.equals(was)) {
            sets.add("%s = :%s%s".formatted(column, column, document ? "::jsonb" : ""));
            values.put(column, is);
          }
        }
      }
      if (!sets.isEmpty()) {
        values.put("id", row.get("id"));
        jdbc.sql(
                "update %s set %s where tenant_id = current_tenant() and id = :id"
                    .formatted(what.table(), String.join(", ", sets)))
            .params(values)
            .update();
        changed++;
      }
    }
    return changed;
  }

  private int told(Pseudonym pseudonym, List<@Nullable String> traces) {
    var words =
        Stream.concat(pseudonym.words().stream(), new Pseudonym("", traces).words().stream())
            .toList();
    return inbox.erase(text -> words.stream().anyMatch(text::contains));
  }

  private int letters(Pseudonym pseudonym) {
    return jdbc.sql("select erase_dead_letters(:words)")
        .param("words", pseudonym.words().toArray(String[]::new))
        .query(Integer.class)
        .single();
  }

  private void person(UUID contactId, Pseudonym pseudonym, @Nullable LocalDate holdUntil) {
    jdbc.sql(
            """
            update contacts
            set display_name = :pseudonym, company_name = null, email = null, phone = null,
              secondary_email = null, secondary_phone = null, address_line1 = null,
              address_line2 = null, city = null, region = null, postal_code = null,
              country = null, timezone = null, language = null, business_type = null,
              tax_id = null, tags = '{}', notes = null, status = 'ARCHIVED',
              send_reminders = false, deleted_at = coalesce(deleted_at, business_now()),
              erased_at = now(), hold_until = :hold::date, version = version + 1
            where tenant_id = current_tenant() and id = :contact
            """)
        .param("pseudonym", pseudonym.name())
        .param("hold", holdUntil)
        .param("contact", contactId)
        .update();
  }
}
