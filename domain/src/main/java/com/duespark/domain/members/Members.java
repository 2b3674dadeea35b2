package com.duespark.domain.members;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;
import org.springframework.transaction.annotation.Transactional;

/** The members of the bound tenant. */
@Transactional(readOnly = true)
public interface Members extends CrudRepository<Member, UUID> {

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

  /** The businesses a person is an active member of, oldest first; needs no bound tenant. */
  @Query("select tenant_id from memberships_of(:userId)")
  List<UUID> tenantsOf(UUID userId);
}
