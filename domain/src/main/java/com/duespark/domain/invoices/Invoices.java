package com.duespark.domain.invoices;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;
import org.springframework.transaction.annotation.Transactional;

/** All invoices of the bound tenant. */
@Transactional
public interface Invoices extends CrudRepository<Invoice, UUID> {

  @Query(
      """
      select * from invoices
      where tenant_id = current_tenant() and id = :id and deleted_at is null
      """)
  Optional<Invoice> find(UUID id);

  /**
   * Locks the row until the transaction ends; rows that point to it may still be written. Lock
   * order: contact, invoice, payments, sequence.
   */
  @Query(
      """
      select * from invoices
      where tenant_id = current_tenant() and id = :id and deleted_at is null
      for no key update
      """)
  Optional<Invoice> lock(UUID id);

  /** Ids that match words in number, reference or customer (RLS-06). */
  @Query("select id from search_invoices(:words, :limit)")
  List<UUID> search(String words, int limit);

  /** Locks what a customer owes, in the lock order; at most 2,000. */
  @Query(
      """
      select * from invoices
      where tenant_id = current_tenant() and contact_id = :contactId and deleted_at is null
        and status in ('SENT', 'PARTIALLY_PAID')
      order by id limit 2000 for no key update
      """)
  List<Invoice> lockOpenOf(UUID contactId);

  @Query(
      """
      select * from invoices
      where tenant_id = current_tenant() and contact_id = :contactId and deleted_at is null
      order by id desc limit :limit
      """)
  List<Invoice> latestOf(UUID contactId, int limit);
}
