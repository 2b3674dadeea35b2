package com.duespark.domain.numbering;

import com.duespark.domain.tenants.TenantProfile;
import com.duespark.domain.tenants.TenantSeed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The number series of the bound tenant. */
@Component
public class Numbers implements TenantSeed {

  private final JdbcClient jdbc;

  Numbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Gives a new business its series. */
  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void seed(TenantProfile founded) {
    for (var kind : NumberKind.values()) {
      var start = kind.start();
      jdbc.sql(
              """
              insert into number_sequences (tenant_id, kind, prefix, padding, next_value)
              values (?, ?, ?, ?, ?)
              """)
          .params(founded.id(), kind.name(), start.prefix(), start.padding(), start.nextValue())
          .update();
    }
  }

  /** Takes the next number; the series is locked until the running transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public String next(NumberKind kind) {
    return jdbc.sql(
            """
            update number_sequences set next_value = next_value + 1
            where tenant_id = current_tenant() and kind = ?
            returning kind, prefix, padding, next_value - 1 as next_value
            """)
        .param(kind.name())
        .query(Numbers::read)
        .single()
        .preview();
  }

  /** The number that would be given now. */
  @Transactional(readOnly = true)
  public String preview(NumberKind kind) {
    return jdbc.sql(SELECT + " and kind = ?")
        .param(kind.name())
        .query(Numbers::read)
        .single()
        .preview();
  }

  @Transactional(readOnly = true)
  public List<Series> all() {
    return jdbc.sql(SELECT + " order by kind").query(Numbers::read).list();
  }

  /** One series, locked until the running transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Series lock(NumberKind kind) {
    return jdbc.sql(SELECT + " and kind = ? for update")
        .param(kind.name())
        .query(Numbers::read)
        .single();
  }

  /**
   * Changes one series.
   *
   * @throws com.duespark.domain.shared.Refused when the counter would move backwards
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Series change(NumberKind kind, String prefix, int padding, long nextValue) {
    var changed = lock(kind).change(prefix, padding, nextValue);
    jdbc.sql(
            """
            update number_sequences set prefix = ?, padding = ?, next_value = ?
            where tenant_id = current_tenant() and kind = ?
            """)
        .params(prefix, padding, nextValue, kind.name())
        .update();
    return changed;
  }

  private static final String SELECT =
      """
      select kind, prefix, padding, next_value from number_sequences
      where tenant_id = current_tenant()
      """;

  private static Series read(ResultSet row, int index) throws SQLException {
    return new Series(
        NumberKind.valueOf(row.getString("kind")),
        row.getString("prefix"),
        row.getInt("padding"),
        row.getLong("next_value"));
  }
}
