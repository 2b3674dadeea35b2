package com.duespark.domain.audit;

import com.duespark.domain.shared.Json;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes personal values out of the bound tenant's log: value and salt go, their hash stays, and the
 * chain still verifies (AUD-03, PRV-06). Each entry that loses something is named by an entry of
 * its own; verification finds those that are not.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Erasing {

  /** The act of erasing; its entity is the entry that was erased. */
  static final String ACTION = "audit.personal_erased";

  static final String ENTITY = "audit_entry";

  private final JdbcClient jdbc;
  private final JdbcTemplate arrays;
  private final Audit audit;

  Erasing(JdbcClient jdbc, JdbcTemplate arrays, Audit audit) {
    this.jdbc = jdbc;
    this.arrays = arrays;
    this.audit = audit;
  }

  private record Salted(UUID id, OffsetDateTime createdAt, String salts) {}

  /**
   * Erases what entries say about an object: its names, addresses, numbers, notes.
   *
   * @return entries that lost something
   */
  public int about(String entityType, UUID entityId, Trail trail) {
    return about(entityType, List.of(entityId), trail);
  }

  /** The same for many objects of a kind. */
  public int about(String entityType, List<UUID> entityIds, Trail trail) {
    var entries =
        jdbc.sql(
                """
                select id, created_at, salts::text as salts from audit_log
                where tenant_id = current_tenant() and entity_id = any (:ids)
                  and entity_type = :type and salts is not null
                """)
            .param("ids", entityIds.toArray(UUID[]::new))
            .param("type", entityType)
            .query(Salted.class)
            .list();
    return erase(entries, way -> !way.equals(Personal.IP_ADDRESS), trail);
  }

  /**
   * Erases the addresses that a person acted from.
   *
   * @return entries that lost something
   */
  public int addressesOf(String actor, Trail trail) {
    var entries =
        jdbc.sql(
                """
                select id, created_at, salts::text as salts from audit_log
                where tenant_id = current_tenant() and actor = :actor and ip_address is not null
                  and salts is not null
                """)
            .param("actor", actor)
            .query(Salted.class)
            .list();
    return erase(entries, Personal.IP_ADDRESS::equals, trail);
  }

  /**
   * Erases all personal values of so many entries.
   *
   * @return entries that lost something; 0 when none is left
   */
  public int anything(int atMost, Trail trail) {
    var entries =
        jdbc.sql(
                """
                select id, created_at, salts::text as salts from audit_log
                where tenant_id = current_tenant() and salts is not null and salts <> '{}'
                order by created_at, id limit :most
                """)
            .param("most", atMost)
            .query(Salted.class)
            .list();
    return erase(entries, way -> true, trail);
  }

  private int erase(List<Salted> entries, Predicate<String> wanted, Trail trail) {
    int erased = 0;
    for (var entry : entries) {
      var ways =
          StreamSupport.stream(Json.tree(entry.salts()).propertyNames().spliterator(), false)
              .filter(wanted)
              .toArray(String[]::new);
      if (ways.length > 0 && erase(entry, ways)) {
        audit.record(trail, ACTION, ENTITY, entry.id(), null, null);
        erased++;
      }
    }
    return erased;
  }

  private boolean erase(Salted entry, String[] ways) {
    return Boolean.TRUE.equals(
        arrays.query(
            "select audit_erase(?, ?, ?)",
            statement -> {
              statement.setObject(1, entry.id());
              statement.setObject(2, entry.createdAt());
              statement.setArray(3, statement.getConnection().createArrayOf("text", ways));
            },
            found -> found.next() && found.getBoolean(1)));
  }
}
