package com.duespark.domain.reminders;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;
import org.springframework.transaction.annotation.Transactional;

/** The policies of the bound tenant. */
@Transactional
public interface ReminderPolicies extends CrudRepository<ReminderPolicy, UUID> {

  /** As many as a business has a use for. */
  int LIMIT = 50;

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

  @Query(
      """
      select * from reminder_policies
      where tenant_id = current_tenant() and id = :id and deleted_at is null for update
      """)
  Optional<ReminderPolicy> lock(UUID id);

  /** Takes the default from whichever policy has it. */
  @Modifying
  @Query(
      """
      update reminder_policies set is_default = false, version = version + 1
      where tenant_id = current_tenant() and is_default and id <> :except
      """)
  void clearDefault(UUID except);

  @Modifying
  @Query(
      """
      update reminder_policies set deleted_at = now(), version = version + 1
      where tenant_id = current_tenant() and id = :id
      """)
  void remove(UUID id);

  /** Contacts, and invoices that are not closed, for which it was chosen. */
  @Query(
      """
      select (select count(*) from contacts
          where tenant_id = current_tenant() and reminder_policy_id = :id and deleted_at is null)
        + (select count(*) from invoice_dunning d
          join invoices i on i.tenant_id = d.tenant_id and i.id = d.invoice_id
          where d.tenant_id = current_tenant() and d.reminder_policy_id = :id
            and i.status not in ('PAID', 'VOID', 'WRITTEN_OFF') and i.deleted_at is null)
      """)
  long users(UUID id);

  /**
   * Customers with an open invoice whose plan depends on a policy, by id.
   *
   * @param standard whether it is the default, and so of all who have no other
   */
  @Query(
      """
      select distinct i.contact_id from invoices i
      join contacts c on c.tenant_id = i.tenant_id and c.id = i.contact_id
      left join invoice_dunning d on d.tenant_id = i.tenant_id and d.invoice_id = i.id
      where i.tenant_id = current_tenant() and i.status in ('SENT', 'PARTIALLY_PAID')
        and i.deleted_at is null
        and (d.reminder_policy_id = :id or c.reminder_policy_id = :id
          or (:standard and c.reminder_policy_id is null))
      order by i.contact_id
      """)
  List<UUID> chasedBy(UUID id, boolean standard);
}
