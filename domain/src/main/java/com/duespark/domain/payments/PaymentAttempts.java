package com.duespark.domain.payments;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;
import org.springframework.transaction.annotation.Transactional;

/** The attempts of the bound tenant; {@link #open} looks over all tenants. */
@Transactional
public interface PaymentAttempts extends CrudRepository<PaymentAttempt, UUID> {

  /** An attempt whose outcome nobody told us yet. */
  record Open(UUID attemptId, UUID tenantId) {}

  @Query("select * from payment_attempts where tenant_id = current_tenant() and id = :id")
  Optional<PaymentAttempt> find(UUID id);

  @Query(
      """
      select * from payment_attempts
      where tenant_id = current_tenant() and invoice_id = :invoiceId and status = 'INITIATED'
      order by id limit 20
      """)
  List<PaymentAttempt> openOf(UUID invoiceId);

  @Query(
      "select * from payment_attempts where tenant_id = current_tenant() and provider_session_id = :sessionId")
  Optional<PaymentAttempt> bySession(String sessionId);

  @Query(
      """
      select * from payment_attempts
      where tenant_id = current_tenant() and provider_payment_id = :reference
      order by id limit 1
      """)
  Optional<PaymentAttempt> byReference(String reference);

  @Query(
      """
      select * from payment_attempts
      where tenant_id = current_tenant() and invoice_id = :invoiceId
      order by id desc limit 100
      """)
  List<PaymentAttempt> of(UUID invoiceId);

  /** The attempt that a provider's word leads back to. */
  default Optional<PaymentAttempt> byFact(ProviderFact fact) {
    return fact.session()
        .flatMap(this::bySession)
        .or(() -> fact.payment().flatMap(this::byReference))
        .or(() -> fact.hinted().flatMap(this::find));
  }

  /** Attempts older than this that are still open, oldest first (WF-26). */
  @Query(
      "select attempt_id, tenant_id from open_payment_attempts(:limit, make_interval(secs => :olderSeconds))")
  List<Open> open(int limit, int olderSeconds);
}
