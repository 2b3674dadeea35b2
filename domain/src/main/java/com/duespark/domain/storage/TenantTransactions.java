package com.duespark.domain.storage;

import com.duespark.domain.shared.Tenant;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Tells PostgreSQL the tenant at the start of every transaction (RLS-02). No tenant, no rows. */
@Component
class TenantTransactions implements TransactionExecutionListener {

  private final DataSource dataSource;

  TenantTransactions(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public void afterBegin(TransactionExecution transaction, @Nullable Throwable beginFailure) {
    if (beginFailure == null) {
      Tenant.current().ifPresent(this::tell);
    }
  }

  private void tell(UUID tenantId) {
    var connection = DataSourceUtils.getConnection(dataSource);
    try (var statement =
        connection.prepareStatement("select set_config('app.tenant_id', ?, true)")) {
      statement.setString(1, tenantId.toString());
      statement.execute();
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("The tenant could not be set", e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }
}
