package com.duespark.domain.payments;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who pays the bound tenant's invoices; reads only. */
@Component
public class Payers {

  /** An invoice's number and customer. */
  public record Payer(@Nullable String invoiceNumber, UUID contactId, String contactName) {}

  private final JdbcClient jdbc;

  Payers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional(readOnly = true)
  public Payer of(UUID invoiceId) {
    return Objects.requireNonNull(of(List.of(invoiceId)).get(invoiceId));
  }

  /** By invoice, in one query. */
  @Transactional(readOnly = true)
  public Map<UUID, Payer> of(Collection<UUID> invoiceIds) {
    return jdbc
        .sql(
            """
            select i.id, i.invoice_number, c.id as contact_id, c.display_name
            from invoices i
            join contacts c on c.tenant_id = i.tenant_id and c.id = i.contact_id
            where i.tenant_id = current_tenant() and i.id = any (:ids::uuid[])
            """)
        .param("ids", invoiceIds.toArray(UUID[]::new))
        .query(
            (row, n) ->
                Map.entry(
                    row.getObject("id", UUID.class),
                    new Payer(
                        row.getString("invoice_number"),
                        row.getObject("contact_id", UUID.class),
                        row.getString("display_name"))))
        .list()
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
