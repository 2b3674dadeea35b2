package com.duespark.domain.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.ops.Outstanding;
import com.duespark.domain.secrets.Sealed;
import com.duespark.domain.secrets.TestSecrets;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.shared.Json;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Rows from before anything was sealed, and from before the installation's key was changed. */
class StoredSealsTest {

  private static final String TAX_ID = "P051-000-142K";
  private static final String SETTINGS =
      """
      {"company": {"taxId": "P051-000-142K", "legalName": "Lantana Row Ltd"},
       "payments": {"mpesaPaybill": "400222",
         "bankDetails": {"bankName": "Rift Valley Mutual", "accountNumber": "0142778031", "iban": null}}}
      """;
  private static final String DOCUMENT =
      """
      {"seller": {"name": "Lantana Row", "taxId": null}, "buyer": {"name": "Jo", "taxId": "P052-9"},
       "howToPay": {"payRef": "INV-1", "bankDetails": "Rift Valley Mutual, 0142778031"},
       "fieldOfALaterVersion": 1}
      """;

  private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());
  private final Sealed before = TestSecrets.sealed();
  private final Sealed changed = new Sealed(TestSecrets.otherEncryption(TestSecrets.key()));
  private final Sealed later = new Sealed(TestSecrets.otherEncryption(null));

  private final UUID tenant = Ids.next();
  private final UUID contact = Ids.next();
  private final UUID invoice = Ids.next();

  @BeforeEach
  void whatOthersLeftIsSealed() {
    owner.sql("update contacts set tax_id = null").update();
    owner.sql("update tenants set settings_json = '{}'").update();
    owner.sql("update invoices set document = '{}' where document is not null").update();
  }

  @AfterEach
  void othersKnowTheFirstKeyOnly() {
    whatOthersLeftIsSealed();
  }

  @Test
  void whatWasStoredPlainIsSealedAndReadsAsBefore() {
    business(TAX_ID, SETTINGS, DOCUMENT);
    assertThat(sealedOtherwise(before))
        .isEqualTo(Map.of("contacts", 1L, "documents", 1L, "settings", 1L));

    assertThat(seals(before).sealAgain()).isEqualTo(3);

    assertThat(stored()).doesNotContain("P051", "P052", "0142778031", "Rift Valley");
    assertThat(before.open(column("tax_id", "contacts", contact))).isEqualTo(TAX_ID);
    var settings = Json.tree(column("settings_json", "tenants", tenant));
    assertThat(settings.at("/company/legalName").asString()).isEqualTo("Lantana Row Ltd");
    assertThat(before.open(settings.at("/company/taxId").asString())).isEqualTo(TAX_ID);
    assertThat(before.open(settings.at("/payments/bankDetails/accountNumber").asString()))
        .isEqualTo("0142778031");
    assertThat(settings.at("/payments/bankDetails/iban").isNull()).isTrue();
    var document = Json.tree(column("document", "invoices", invoice));
    assertThat(document.at("/seller/taxId").isNull()).isTrue();
    assertThat(before.open(document.at("/buyer/taxId").asString())).isEqualTo("P052-9");
    assertThat(before.open(document.at("/howToPay/bankDetails").asString()))
        .isEqualTo("Rift Valley Mutual, 0142778031");
    assertThat(document.path("fieldOfALaterVersion").asInt()).isEqualTo(1);
    assertThat(sealedOtherwise(before)).isEmpty();
    assertThat(seals(before).sealAgain()).isZero();
  }

  @Test
  void afterAChangeOfTheKeyAllIsReadWithoutTheOneBefore() {
    business(TAX_ID, SETTINGS, DOCUMENT);
    seals(before).sealAgain();
    assertThat(sealedOtherwise(changed)).hasSize(3);

    assertThat(seals(changed).sealAgain()).isEqualTo(3);

    assertThat(later.open(column("tax_id", "contacts", contact))).isEqualTo(TAX_ID);
    assertThat(sealedOtherwise(later)).isEmpty();
    assertThat(version()).isEqualTo(1);
  }

  @Test
  void severalProcessesAtOnceLeaveNothing() throws Exception {
    business(TAX_ID, SETTINGS, DOCUMENT);
    Callable<Integer> process = () -> seals(before).sealAgain();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var one : threads.invokeAll(Collections.nCopies(4, process))) {
        assertThat(one.get()).isNotNegative();
      }
    }

    assertThat(sealedOtherwise(before)).isEmpty();
    assertThat(before.open(column("tax_id", "contacts", contact))).isEqualTo(TAX_ID);
  }

  @Test
  void whatNoKeyOpensIsLeftAndStaysCounted() {
    var unknown = new Sealed(TestSecrets.otherEncryption(null)).seal(TAX_ID);
    business(unknown, SETTINGS, DOCUMENT);

    assertThat(seals(before).sealAgain()).isEqualTo(2);

    assertThat(column("tax_id", "contacts", contact)).isEqualTo(unknown);
    assertThat(sealedOtherwise(before)).isEqualTo(Map.of("contacts", 1L));
  }

  private static StoredSeals seals(Sealed box) {
    var app = TestDatabase.app();
    return new StoredSeals(JdbcClient.create(app), new JdbcTransactionManager(app), box);
  }

  /** What an operator reads, without what is none. */
  private static Map<String, Long> sealedOtherwise(Sealed box) {
    return new Outstanding(JdbcClient.create(TestDatabase.app()), box)
        .now().stream()
            .filter(line -> line.what().equals("sealed_otherwise") && line.items() > 0)
            .filter(line -> line.kind().matches("contacts|documents|settings"))
            .collect(Collectors.toMap(Outstanding.Line::kind, Outstanding.Line::items));
  }

  private String stored() {
    return column("tax_id", "contacts", contact)
        + column("settings_json", "tenants", tenant)
        + column("document", "invoices", invoice);
  }

  private String column(String column, String table, UUID id) {
    return owner
        .sql("select %s::text from %s where id = ?".formatted(column, table))
        .param(id)
        .query(String.class)
        .single();
  }

  private int version() {
    return owner
        .sql("select version from contacts where id = ?")
        .param(contact)
        .query(Integer.class)
        .single();
  }

  private void business(String taxId, String settings, String document) {
    owner
        .sql(
            """
            with business as (
              insert into tenants (id, name, timezone, currency, country, settings_json)
              values (:tenant, 'Test', 'Africa/Nairobi', 'KES', 'KE', :settings::jsonb) returning id),
            customer as (
              insert into contacts (id, tenant_id, code, display_name, send_minute, tax_id)
              select :contact, id, 'CUST-0001', 'Jo', 0, :tax from business returning id, tenant_id)
            insert into invoices (id, tenant_id, contact_id, invoice_number, document, status,
              issue_date, due_date, currency, line_items, subtotal_minor, discount_total_minor,
              tax_total_minor, total_minor, tax_breakdown)
            select :invoice, tenant_id, id, 'INV-1', :document::jsonb, 'SENT', '2026-03-01',
              '2026-03-31', 'KES', '[]', 0, 0, 0, 0, '[]'
            from customer
            """)
        .param("tenant", tenant)
        .param("contact", contact)
        .param("invoice", invoice)
        .param("tax", taxId)
        .param("settings", settings)
        .param("document", document)
        .update();
  }
}
