package com.duespark.domain.taxrates;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;
import org.springframework.transaction.annotation.Transactional;

/** The tax rates of the bound tenant; a business has few. */
@Transactional(readOnly = true)
public interface TaxRates extends CrudRepository<TaxRate, UUID> {

  int LIMIT = 200;

  @Query(
      """
      select * from tax_rates
      where tenant_id = current_tenant() and deleted_at is null
      order by code limit 200
      """)
  List<TaxRate> all();

  @Query(
      """
      select * from tax_rates
      where tenant_id = current_tenant() and id = :id and deleted_at is null
      for update
      """)
  Optional<TaxRate> lock(UUID id);

  /** A live rate by its code, for a document's line. */
  @Query(
      """
      select * from tax_rates
      where tenant_id = current_tenant() and code = :code and deleted_at is null
      """)
  Optional<TaxRate> byCode(String code);

  /** What the tax toggle on a line means. */
  @Query(
      """
      select * from tax_rates
      where tenant_id = current_tenant() and is_default and status = 'ACTIVE' and deleted_at is null
      """)
  Optional<TaxRate> theDefault();

  /** Takes the default from whichever rate has it. */
  @Modifying
  @Transactional
  @Query(
      """
      update tax_rates set is_default = false, version = version + 1
      where tenant_id = current_tenant() and is_default and id <> :except
      """)
  int clearDefault(UUID except);

  /** Whether a live invoice carries the code. */
  @Query(
      """
      select exists (
        select from invoices i
        where i.tenant_id = current_tenant() and i.deleted_at is null
          and jsonb_path_exists(i.line_items, '$.**.taxCode ? (@ == $code)',
            jsonb_build_object('code', :code::text)))
      """)
  boolean isUsed(String code);
}
