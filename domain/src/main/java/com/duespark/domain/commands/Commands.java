package com.duespark.domain.commands;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;
import org.springframework.transaction.annotation.Transactional;

/** All commands of the bound tenant; {@link #stale} looks over all tenants. */
@Transactional
public interface Commands extends CrudRepository<Command, UUID> {

  /** A command that still has to be delivered to its workflow. */
  record Stale(UUID commandId, UUID tenantId, UUID entityId, CommandKind kind) {}

  @Query("select * from commands where tenant_id = current_tenant() and id = :id")
  Optional<Command> find(UUID id);

  @Query("select * from commands where tenant_id = current_tenant() and id = :id for update")
  Optional<Command> lock(UUID id);

  /**
   * OPEN commands that nobody tried to deliver for a while, oldest first.
   *
   * @param limit at most 100
   */
  @Query(
      "select command_id, tenant_id, entity_id, kind from stale_commands(:limit, make_interval(secs => :quietSeconds))")
  List<Stale> stale(int limit, int quietSeconds);

  /** How often the payer themself named a day for an invoice. */
  @Query(
      """
      select count(*) from commands
      where tenant_id = current_tenant() and entity_id = :contactId and kind = 'PROMISE'
        and actor = 'portal' and status = 'DONE' and body ->> 'invoiceId' = :invoiceId
      """)
  long promisesByPayer(UUID contactId, String invoiceId);

  @Modifying
  @Query(
      "update commands set dispatched_at = now() where tenant_id = current_tenant() and id = :id")
  void dispatched(UUID id);
}
