package com.duespark.domain.payments;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;
import org.springframework.transaction.annotation.Transactional;

/** What went back, of the bound tenant. */
@Transactional
public interface Refunds extends CrudRepository<Refund, UUID> {

  /** At most 200, oldest first. */
  @Query(
      """
      select * from refunds
      where tenant_id = current_tenant() and payment_id = :paymentId
      order by id limit 200
      """)
  List<Refund> of(UUID paymentId);
}
