package com.duespark.api.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.shared.ApiTest;
import com.duespark.api.shared.Door;
import com.duespark.domain.storage.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApiTest
class BusinessTest {

  @Autowired Door door;

  @Test
  void settingsAreMergedPartByPart() {
    var person = door.owner();
    person
        .patch("/v1/tenant", "{\"settings\":{\"branding\":{\"colour\":\"#1A73E8\"}}}")
        .expect(200);

    var changed =
        person
            .patch(
                "/v1/tenant",
                """
                {"name":"New name","settings":{"company":{"legal_name":"Asha Ltd",
                 "address_lines":["Moi Avenue 1","Nairobi"]},
                 "payments":{"mpesa_paybill":"123456","bank_details":{"iban":"DE02"}},
                 "sending":{"window_start":"08:00","business_days":["MONDAY"]}}}""")
            .expect(200);

    assertThat(changed.text("/data/name")).isEqualTo("New name");
    assertThat(changed.text("/data/settings/branding/colour")).isEqualTo("#1A73E8");
    assertThat(changed.text("/data/settings/company/address_lines/1")).isEqualTo("Nairobi");
    assertThat(changed.text("/data/settings/payments/bank_details/iban")).isEqualTo("DE02");
    assertThat(changed.text("/data/settings/sending/window_start")).startsWith("08:00");
    assertThat(person.get("/v1/tenant").text("/data/settings/company/legal_name"))
        .isEqualTo("Asha Ltd");
  }

  @Test
  void unknownAndWrongSettingsAreNamed() {
    var person = door.owner();

    var unknown = person.patch("/v1/tenant", "{\"settings\":{\"branding\":{\"font\":1}}}");
    var wrong = person.patch("/v1/tenant", "{\"settings\":{\"branding\":{\"colour\":\"red\"}}}");
    var logo =
        person.patch(
            "/v1/tenant",
            "{\"settings\":{\"branding\":{\"logo\":\"data:image/png;base64,%s\"}}}"
                .formatted("A".repeat(205_000)));
    var zone = person.patch("/v1/tenant", "{\"timezone\":\"Mars/Base\"}");

    assertThat(unknown.expect(422).text("/error/details/0/field"))
        .isEqualTo("settings.branding.font");
    assertThat(wrong.expect(422).text("/error/details/0/field"))
        .isEqualTo("settings.branding.colour");
    assertThat(logo.expect(422).text("/error/details/0/code")).isEqualTo("SIZE");
    assertThat(zone.expect(422).text("/error/details/0/field")).isEqualTo("timezone");
  }

  @Test
  void aSeriesMovesForwardsOnly() {
    var person = door.owner();

    var moved =
        person
            .patch(
                "/v1/settings/numbering",
                "{\"kind\":\"invoice\",\"prefix\":\"2026/\",\"next_value\":2000}")
            .expect(200);
    var back =
        person
            .patch("/v1/settings/numbering", "{\"kind\":\"INVOICE\",\"next_value\":1999}")
            .expect(422);

    assertThat(moved.text("/data/preview")).isEqualTo("2026/2000");
    assertThat(back.text("/error/details/0/code")).isEqualTo("BACKWARDS");
  }

  @Test
  void oneTaxRateIsTheDefault() {
    var person = door.owner();

    var made =
        person
            .post(
                "/v1/tax-rates",
                "{\"code\":\"vat8\",\"name\":\"Reduced\",\"percent\":\"8.50\",\"is_default\":true}")
            .expect(201);

    assertThat(made.text("/data/code")).isEqualTo("VAT8");
    assertThat(made.text("/data/percent")).isEqualTo("8.5");
    var rates = person.get("/v1/tax-rates");
    assertThat(rates.text("/data/0/code")).isEqualTo("VAT16");
    assertThat(rates.data().at("/0/is_default").asBoolean()).isFalse();
    person
        .post("/v1/tax-rates", "{\"code\":\"VAT8\",\"name\":\"Again\",\"percent\":8}")
        .expect(409);
    person
        .post("/v1/tax-rates", "{\"code\":\"X\",\"name\":\"Huge\",\"percent\":1e999}")
        .expect(422);
  }

  @Test
  void aDeletedTaxRateFreesItsCode() {
    var person = door.owner();
    var id = person.get("/v1/tax-rates").text("/data/0/id");

    person.delete("/v1/tax-rates/" + id).expect(200);

    assertThat(person.get("/v1/tax-rates").data()).isEmpty();
    person
        .post("/v1/tax-rates", "{\"code\":\"VAT16\",\"name\":\"VAT\",\"percent\":16}")
        .expect(201);
  }

  @Test
  void aUsedTaxRateIsArchived() {
    var person = door.owner();
    var contact = person.post("/v1/contacts", "{\"display_name\":\"A\"}").text("/data/id");
    JdbcClient.create(TestDatabase.owner())
        .sql(
            """
            insert into invoices (id, tenant_id, contact_id, issue_date, due_date, currency,
              line_items, subtotal_minor, discount_total_minor, tax_total_minor, total_minor,
              tax_breakdown)
            values (uuidv7(), ?, ?::uuid, current_date, current_date, 'KES',
              '{"payload_version":1,"payload":[{"taxCode":"VAT16"}]}', 0, 0, 0, 0, '{"shares":[]}')
            """)
        .params(person.tenantId(), contact)
        .update();

    var id = person.get("/v1/tax-rates").text("/data/0/id");
    var archived = person.delete("/v1/tax-rates/" + id).expect(200);

    assertThat(archived.text("/data/status")).isEqualTo("ARCHIVED");
    assertThat(archived.data().path("is_default").asBoolean()).isFalse();
  }

  @Test
  void anOldVersionOfTheBusinessIsRefused() {
    var person = door.owner();
    person.patch("/v1/tenant", "{\"name\":\"A\"}").expect(200);

    var stale = person.patch("/v1/tenant", "{\"name\":\"B\"}", Map.of("If-Match", "\"1\""));

    assertThat(stale.expect(409).text("/error/latest/name")).isEqualTo("A");
  }
}
