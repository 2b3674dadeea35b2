package com.duespark.domain.reminders;

import com.duespark.domain.shared.Ids;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The bound tenant's own free days; public holidays are {@link PublicHolidays}. */
@Repository
@Transactional(readOnly = true)
public class Holidays {

  /** As many days as a business may enter. */
  public static final int LIMIT = 500;

  private final JdbcClient jdbc;

  Holidays(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One page in order of the day.
   *
   * @param after the last day of the previous page
   */
  public List<Holiday> page(@Nullable LocalDate after, int limit) {
    return jdbc.sql(
            """
            select id, day, name from holidays
            where tenant_id = current_tenant() and (:after::date is null or day > :after)
            order by day limit :limit
            """)
        .param("after", after)
        .param("limit", limit)
        .query(Holiday.class)
        .list();
  }

  public long count() {
    return jdbc.sql("select count(*) from holidays where tenant_id = current_tenant()")
        .query(Long.class)
        .single();
  }

  public Optional<Holiday> find(UUID id) {
    return jdbc.sql(
            "select id, day, name from holidays where tenant_id = current_tenant() and id = :id")
        .param("id", id)
        .query(Holiday.class)
        .optional();
  }

  /**
   * Enters a day.
   *
   * @return empty when the day is there already
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Holiday> add(LocalDate day, String name, UUID createdBy) {
    return jdbc.sql(
            """
            insert into holidays (id, tenant_id, day, name, created_by)
            values (:id, current_tenant(), :day, :name, :by)
            on conflict (tenant_id, day) do nothing
            returning id, day, name
            """)
        .param("id", Ids.next())
        .param("day", day)
        .param("name", name)
        .param("by", createdBy)
        .query(Holiday.class)
        .optional();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void remove(UUID id) {
    jdbc.sql("delete from holidays where tenant_id = current_tenant() and id = :id")
        .param("id", id)
        .update();
  }
}
