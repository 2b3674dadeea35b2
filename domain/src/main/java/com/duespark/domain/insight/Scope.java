package com.duespark.domain.insight;

import com.duespark.domain.members.AgentScope;

/** What an AGENT sees (RBC-20). The parameter {@code :agent} is null for everybody else. */
final class Scope {

  /** Of an invoice {@code i}. */
  static final String INVOICE = "(:agent::uuid is null or " + AgentScope.INVOICE + ")";

  /** Of a work item {@code w}. */
  static final String WORK = "(:agent::uuid is null or w.assigned_to = :agent)";

  private Scope() {}
}
