package com.duespark.domain.deliveries;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;
import org.springframework.transaction.annotation.Transactional;

/** The send ledger of the bound tenant. */
@Transactional
public interface Deliveries extends CrudRepository<Delivery, UUID> {

  @Query("select * from deliveries where tenant_id = current_tenant() and id = :id")
  Optional<Delivery> find(UUID id);

  /** Locks the row; its invoice's row is locked before it. */
  @Query("select * from deliveries where tenant_id = current_tenant() and id = :id for update")
  Optional<Delivery> lock(UUID id);

  @Query("select * from deliveries where tenant_id = current_tenant() and dedupe_key = :dedupeKey")
  Optional<Delivery> findByKey(String dedupeKey);

  /** All messages about an invoice, reminders included, newest first, at most 200. */
  @Query(
      """
      select * from deliveries
      where tenant_id = current_tenant()
        and (invoice_id = :invoiceId
          or id in (select delivery_id from reminders
            where tenant_id = current_tenant() and invoice_id = :invoiceId))
      order by id desc limit 200
      """)
  List<Delivery> of(UUID invoiceId);

  /** The messages about an invoice that still have to end, oldest first. */
  @Query(
      """
      select * from deliveries
      where tenant_id = current_tenant() and invoice_id = :invoiceId and status in ('NEW', 'ATTEMPTING')
      order by id limit 100
      """)
  List<Delivery> unfinished(UUID invoiceId);

  /** The messages that a command put into the ledger. */
  @Query(
      """
      select * from deliveries
      where tenant_id = current_tenant() and command_id = :commandId
      order by id limit 100
      """)
  List<Delivery> byCommand(UUID commandId);

  /** The message that carried a link, when nobody knows whether it arrived. */
  @Query(
      """
      select * from deliveries
      where tenant_id = current_tenant() and status = 'UNKNOWN'
        and (portal_token_id = :tokenId
          or id = (select delivery_id from portal_tokens
            where tenant_id = current_tenant() and id = :tokenId))
      """)
  Optional<Delivery> unknownByLink(UUID tokenId);
}
