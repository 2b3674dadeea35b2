package com.duespark.domain.reminders;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;
import org.springframework.transaction.annotation.Transactional;

/** The policies of the bound tenant. */
@Transactional
public interface ReminderPolicies extends CrudRepository<ReminderPolicy, UUID> {

  /** All of them, the default first, at most 100. */
  @Query(
      """
      select * from reminder_policies
      where tenant_id = current_tenant() and deleted_at is null
      order by is_default desc, id limit 100
      """)
  List<ReminderPolicy> all();

  @Query(
      """
      select * from reminder_policies
      where tenant_id = current_tenant() and id = :id and deleted_at is null
      """)
  Optional<ReminderPolicy> find(UUID id);
}
