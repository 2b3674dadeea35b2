package com.duespark.domain.exports;

import java.util.List;

/**
 * What is in an archive (XPT-02, XPT-03). A table that is in no section is named, with the reason,
 * in the test of this class.
 */
public final class Sections {

  /** In the order of their files. */
  public static final List<Section> ALL =
      List.of(
          Section.asked(
              "tenants",
              "select * from tenants where id = current_tenant()",
              "clock_offset",
              "clock_target",
              "clerk_org_id",
              "version"),
          Section.asked(
              "tenant_members",
              """
              select m.*, u.email, u.display_name
              from tenant_members m left join users u on u.id = m.user_id
              where m.tenant_id = current_tenant() order by m.created_at, m.id
              """,
              "tenant_id",
              "clerk_membership_id",
              "version"),
          Section.of("invitations", "token_hash"),
          Section.of("api_keys", "key_hash"),
          Section.of("contacts", "search_text", "send_minute", "version"),
          Section.sorted("channel_consents", "contact_id, channel"),
          Section.of("invoices", "search_text", "scheduled_command_id", "next_at", "version"),
          Section.sorted("invoice_dunning", "invoice_id", "version"),
          Section.of("portal_tokens", "token_hash", "key_version", "version"),
          Section.of("payments", "command_id", "version"),
          Section.of("refunds", "version"),
          Section.of("payment_attempts", "url", "request", "response", "version"),
          Section.of("integration_connections", "auth_sealed", "version"),
          Section.of("reminder_policies", "version"),
          Section.of("reminders", "command_id", "claimed_at", "version"),
          Section.sorted("cadences", "contact_id", "changes", "planned_changes"),
          Section.of(
              "deliveries", "attempt_token", "lease_until", "lookups", "command_id", "version"),
          Section.of("delivery_events"),
          Section.of("work_items", "version"),
          Section.of("notifications"),
          Section.of("tax_rates", "version"),
          Section.of("holidays"),
          Section.sorted("number_sequences", "kind"),
          Section.sorted("quotas", "tenant_id", "version"),
          Section.of("privacy_requests", "file", "version"),
          Section.of("exports", "attempt", "version"),
          Section.of("audit_log", "salts"));

  private Sections() {}
}
