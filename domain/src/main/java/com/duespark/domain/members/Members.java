package com.duespark.domain.members;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;
import org.springframework.transaction.annotation.Transactional;

/** The members of the bound tenant. Who changes them locks the tenant's row first. */
@Transactional(readOnly = true)
public interface Members extends CrudRepository<Member, UUID> {

  /** Of a business, those who are invited or disabled counted. */
  int LIMIT = 100;

  @Query(
      """
      select * from tenant_members
      where tenant_id = current_tenant() and id = :id and deleted_at is null
      """)
  Optional<Member> find(UUID id);

  @Query(
      """
      select * from tenant_members
      where tenant_id = current_tenant() and user_id = :userId and deleted_at is null
      """)
  Optional<Member> ofUser(UUID userId);

  /** Who was invited to an address and has not come in yet. */
  @Query(
      """
      select * from tenant_members
      where tenant_id = current_tenant() and invited_email = :email and deleted_at is null
      """)
  Optional<Member> invited(String email);

  @Query(
      "select count(*) from tenant_members where tenant_id = current_tenant() and deleted_at is null")
  int headcount();

  @Query(
      """
      select count(*) from tenant_members
      where tenant_id = current_tenant() and role = 'OWNER' and status = 'ACTIVE'
        and deleted_at is null
      """)
  int activeOwners();

  /** The user ids of those who own the business and can come in. */
  @Query(
      """
      select user_id from tenant_members
      where tenant_id = current_tenant() and role = 'OWNER' and status = 'ACTIVE'
        and deleted_at is null
      order by created_at
      """)
  List<UUID> owners();

  /** Whether a person is or ever was a member. */
  @Query(
      """
      select exists (select from tenant_members
        where tenant_id = current_tenant() and user_id = :userId)
      """)
  boolean wasEverHere(UUID userId);

  /** Notes that a person came in; not a change of the member. */
  @Modifying
  @Transactional
  @Query(
      """
      update tenant_members set last_seen_at = now()
      where tenant_id = current_tenant() and id = :id
      """)
  int seen(UUID id);

  /** The businesses a person is an active member of, oldest first; needs no bound tenant. */
  @Query("select tenant_id from memberships_of(:userId)")
  List<UUID> tenantsOf(UUID userId);
}
