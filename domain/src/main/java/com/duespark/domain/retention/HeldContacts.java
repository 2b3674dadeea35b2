package com.duespark.domain.retention;

import com.duespark.domain.audit.Audit;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.shared.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Erased contacts whose invoices law obliged to keep until a day (PRV-06). */
@Repository
@Transactional
public class HeldContacts {

  /** A contact of a business. */
  public record Held(UUID tenantId, UUID contactId) {}

  private final JdbcClient jdbc;
  private final RetentionSettings settings;
  private final Retention retention;
  private final Audit audit;

  HeldContacts(JdbcClient jdbc, RetentionSettings settings, Retention retention, Audit audit) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.retention = retention;
    this.audit = audit;
  }

  /** Those whose day has passed, over all tenants; none of whom owes or is owed anything. */
  public List<Held> over(int atMost) {
    return jdbc.sql("select tenant_id, contact_id from held_over(?::interval, ?)")
        .params(kept(), atMost)
        .query(Held.class)
        .list();
  }

  /**
   * Removes one of the bound tenant with its invoices, payments and messages.
   *
   * @return how many on this day so far
   */
  public long remove(LocalDate day, UUID contactId, Trail trail) {
    var removed =
        jdbc.sql("select remove_held(?, ?::interval)::text as rows")
            .params(contactId, kept())
            .query((row, number) -> row.getString("rows"))
            .list()
            .getFirst();
    if (removed == null) {
      return retention.note(day, Thing.HELD_CONTACTS, 0, false);
    }
    audit.record(trail, "contact.removed", "contact", contactId, null, Json.tree(removed));
    return retention.note(day, Thing.HELD_CONTACTS, 1, false);
  }

  private String kept() {
    return settings.kept(Thing.HELD_CONTACTS).toString();
  }
}
