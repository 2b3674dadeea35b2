package com.duespark.domain.insight;

/** What an AGENT sees (RBC-20). The parameter {@code :agent} is null for everybody else. */
final class Scope {

  /** Of an invoice {@code i}: written by them, or of work assigned to them. */
  static final String INVOICE =
      """
      (:agent::uuid is null or i.created_by = :agent
        or exists (select from work_items w
          where w.tenant_id = i.tenant_id and w.invoice_id = i.id and w.assigned_to = :agent
            and w.deleted_at is null))
      """;

  /** Of a work item {@code w}. */
  static final String WORK = "(:agent::uuid is null or w.assigned_to = :agent)";

  private Scope() {}
}
