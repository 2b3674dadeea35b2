package com.duespark.domain.closings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The closing of the bound tenant. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Closings {

  /** What a message, a payment page or a command is about to write. A page ends within a day. */
  private static final String UNDER_WAY =
      """
      select exists (select from invoices
          where tenant_id = current_tenant() and send_state = 'SENDING')
        or exists (select from deliveries
          where tenant_id = current_tenant() and status in ('NEW', 'ATTEMPTING'))
        or exists (select from commands where tenant_id = current_tenant() and status = 'OPEN')
      """;

  private final JdbcClient jdbc;

  Closings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How far it is; locks the row until the transaction ends. */
  public Closing lock() {
    return jdbc.sql(
            """
            select closed_at, erased_at from tenants where id = current_tenant()
            for no key update
            """)
        .query(Closings::read)
        .single();
  }

  /** How far it is. */
  @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
  public Closing current() {
    return jdbc.sql("select closed_at, erased_at from tenants where id = current_tenant()")
        .query(Closings::read)
        .single();
  }

  private static Closing read(ResultSet row, int index) throws SQLException {
    return new Closing(moment(row, "closed_at"), moment(row, "erased_at"));
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  /** Invoices that would be sent by themselves. */
  public int scheduledInvoices() {
    return jdbc.sql(
            """
            select count(*) from invoices
            where tenant_id = current_tenant() and status = 'SCHEDULED' and deleted_at is null
            """)
        .query(Integer.class)
        .single();
  }

  /** Whether something is being sent, or done, at this moment. */
  public boolean isUnderWay() {
    return jdbc.sql(UNDER_WAY).query(Boolean.class).single();
  }

  /** Closes it, at real time: no test business's clock moves what is promised to its owner. */
  public void close() {
    jdbc.sql(
            """
            update tenants set status = 'CLOSED', closed_at = now(), version = version + 1
            where id = current_tenant() and status = 'ACTIVE'
            """)
        .update();
  }

  /** Opens it again; false when its days are over. */
  public boolean reopen() {
    return jdbc.sql(
                """
                update tenants set status = 'ACTIVE', closed_at = null, version = version + 1
                where id = current_tenant() and status = 'CLOSED'
                  and closed_at > now() - make_interval(days => :days)
                """)
            .param("days", Closing.DAYS_KEPT)
            .update()
        > 0;
  }

  /**
   * Deletes rows of one that is closed for good.
   *
   * @return how many; 0 when none is left
   */
  public int eraseRows(int atMost) {
    return jdbc.sql("select erase_closed_rows(?)").param(atMost).query(Integer.class).single();
  }

  /** The last step of erasing it. */
  public void erased() {
    jdbc.sql("select closing_erased()").query((row, n) -> true).single();
  }
}
