package com.duespark.domain.invoices;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;
import org.springframework.transaction.annotation.Transactional;

/** All invoices of the bound tenant. */
@Transactional
public interface Invoices extends CrudRepository<Invoice, UUID> {

  /** What a list asks for; parameters as in {@link #page}. */
  String FILTER =
      """
      where tenant_id = current_tenant() and deleted_at is null
        and (:status::text is null
             or (:status = 'OVERDUE' and status = 'SENT' and due_date < :today and total_minor > amount_paid_minor)
             or (:status = 'SENT' and status = 'SENT' and not (due_date < :today and total_minor > amount_paid_minor))
             or (:status not in ('OVERDUE', 'SENT') and status = :status))
        and (:overdue::boolean is null
             or :overdue = (status in ('SENT', 'PARTIALLY_PAID') and due_date < :today and total_minor > amount_paid_minor))
        and (:contactId::uuid is null or contact_id = :contactId)
        and (:from::date is null or issue_date >= :from)
        and (:to::date is null or issue_date <= :to)
        and (:matches::uuid[] is null or id = any (:matches::uuid[]))
      """;

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

  /**
   * One page, newest first (EP-080).
   *
   * @param status stored or reported status; null for all
   * @param overdue null for both
   * @param today the tenant's calendar day
   * @param from first issue date, inclusive
   * @param matches ids found by the search; null without a search
   * @param beforeId the last id of the previous page; ids are time-ordered
   * @param limit at most 101 (a page and one more)
   */
  @Query(
      "select * from invoices "
          + FILTER
          + " and (:beforeId::uuid is null or id < :beforeId) order by id desc limit :limit")
  List<Invoice> page(
      @Nullable String status,
      @Nullable Boolean overdue,
      LocalDate today,
      @Nullable UUID contactId,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      UUID @Nullable [] matches,
      @Nullable UUID beforeId,
      int limit);

  /** How many rows the list has in all; parameters as in {@link #page}. */
  @Query("select count(*) from invoices " + FILTER)
  long countOf(
      @Nullable String status,
      @Nullable Boolean overdue,
      LocalDate today,
      @Nullable UUID contactId,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      UUID @Nullable [] matches);

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
