package com.duespark.domain.payments;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;
import org.springframework.transaction.annotation.Transactional;

/** The provider accounts of the bound tenant; {@link #tenantOf} looks over all tenants. */
@Transactional
public interface Connections extends CrudRepository<Connection, UUID> {

  @Query("select * from integration_connections where tenant_id = current_tenant() and id = :id")
  Optional<Connection> find(UUID id);

  /** The one that is in use. */
  @Query(
      """
      select * from integration_connections
      where tenant_id = current_tenant() and provider = :provider and status <> 'DISCONNECTED'
      """)
  Optional<Connection> current(String provider);

  @Query(
      "select * from integration_connections where tenant_id = current_tenant() order by id limit 100")
  List<Connection> all();

  @Query("select tenant_id from connection_tenant(:connectionId)")
  Optional<UUID> tenantOf(UUID connectionId);
}
