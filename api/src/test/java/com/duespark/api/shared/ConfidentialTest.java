package com.duespark.api.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.storage.TestDatabase;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is confidential is read by whoever may, and stands nowhere in the database (PRV-02). */
@ApiTest
class ConfidentialTest {

  @Autowired Door door;

  private final JdbcClient everything = JdbcClient.create(TestDatabase.superuser());

  private final String mark = UUID.randomUUID().toString().substring(0, 13);
  private final String taxId = "P" + mark + "K";
  private final String account = "0142" + mark;

  @Test
  void aTaxNumberIsReadAsItWasWrittenAndStoredSealed() {
    var person = door.owner();
    var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    var body = "{\"display_name\":\"Savanna\",\"tax_id\":\"%s\"}".formatted(taxId);

    var made = person.post("/v1/contacts", body, key).expect(201);
    var id = made.text("/data/id");
    var again = person.post("/v1/contacts", body, key).expect(201);

    assertThat(made.text("/data/tax_id")).isEqualTo(taxId);
    assertThat(again.data()).isEqualTo(made.data());
    assertThat(person.get("/v1/contacts/" + id).text("/data/tax_id")).isEqualTo(taxId);
    assertThat(rowsWith(mark)).isEmpty();

    person
        .patch("/v1/contacts/" + id, "{\"if_match_version\":1,\"tax_id\":\"P052-9\"}")
        .expect(200);
    assertThat(person.get("/v1/audit-log?entity_id=" + id).expect(200).body().toString())
        .contains("•••" + mark.substring(mark.length() - 2) + "K")
        .doesNotContain(taxId);
  }

  @Test
  void bankDetailsAreReadAsTheyWereWrittenAndStoredSealed() {
    var person = door.owner();

    person
        .patch(
            "/v1/tenant",
            """
            {"settings":{"company":{"tax_id":"%s"},
             "payments":{"mpesa_paybill":"400222","bank_details":{"account_number":"%s"}}}}"""
                .formatted(taxId, account))
        .expect(200);

    var read = person.get("/v1/tenant").expect(200);
    assertThat(read.text("/data/settings/company/tax_id")).isEqualTo(taxId);
    assertThat(read.text("/data/settings/payments/bank_details/account_number")).isEqualTo(account);
    assertThat(read.text("/data/settings/payments/mpesa_paybill")).isEqualTo("400222");
    assertThat(rowsWith(mark)).isEmpty();
  }

  /** Tables in which a row holds this text, in clear. */
  private List<String> rowsWith(String text) {
    return everything
        .sql(
            """
            select table_name from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE'
            """)
        .query(String.class)
        .stream()
        .filter(
            table ->
                everything
                    .sql(
                        "select exists (select from %s t where strpos(lower(t::text), ?) > 0)"
                            .formatted(table))
                    .param(text.toLowerCase(Locale.ROOT))
                    .query(Boolean.class)
                    .single())
        .toList();
  }
}
