package com.duespark.domain.payments;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;
import org.springframework.transaction.annotation.Transactional;

/** All payments of the bound tenant. */
@Transactional
public interface Payments extends CrudRepository<Payment, UUID> {

  /** What a list asks for; parameters as in {@link #page}. */
  String FILTER =
      """
      where tenant_id = current_tenant()
        and (:invoiceId::uuid is null or invoice_id = :invoiceId)
        and (:status::text is null or status = :status)
        and (:provider::text is null or provider = :provider)
        and (:from::date is null or paid_at >= :from::date)
        and (:to::date is null or paid_at < :to::date + 1)
      """;

  @Query("select * from payments where tenant_id = current_tenant() and id = :id")
  Optional<Payment> find(UUID id);

  @Query(
      """
      select * from payments
      where tenant_id = current_tenant() and provider = :provider and provider_payment_id = :reference
      """)
  Optional<Payment> byReference(PaymentProvider provider, String reference);

  /** Every payment of an invoice, oldest first, at most 500. */
  @Query(
      """
      select * from payments
      where tenant_id = current_tenant() and invoice_id = :invoiceId
      order by id limit 500
      """)
  List<Payment> of(UUID invoiceId);

  /**
   * One page, newest first (EP-115).
   *
   * @param from first day paid, inclusive, in UTC
   */
  @Query(
      "select * from payments "
          + FILTER
          + " and (:beforeId::uuid is null or id < :beforeId) order by id desc limit :limit")
  List<Payment> page(
      @Nullable UUID invoiceId,
      @Nullable String status,
      @Nullable String provider,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable UUID beforeId,
      int limit);

  /** How many rows the list has in all; parameters as in {@link #page}. */
  @Query("select count(*) from payments " + FILTER)
  long countOf(
      @Nullable UUID invoiceId,
      @Nullable String status,
      @Nullable String provider,
      @Nullable LocalDate from,
      @Nullable LocalDate to);
}
