package com.duespark.api.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.reminders.Chase;
import com.duespark.api.shared.ApiTest;
import com.duespark.api.shared.Door;
import com.duespark.domain.storage.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApiTest
class PaymentsTest {

  @Autowired Door door;
  @Autowired Chase chase;

  @Test
  void aPaymentSaysWhoPaidWhat() {
    var person = door.owner();
    var contact = chase.contact(person);
    var invoice = chase.sent(person, contact);
    var payment = UUID.randomUUID();
    JdbcClient.create(TestDatabase.owner())
        .sql(
            """
            insert into payments (id, tenant_id, invoice_id, provider, status, amount_minor, currency,
              paid_at, method_label)
            values (?, ?, ?::uuid, 'CASH', 'SUCCEEDED', 100, 'KES', now(), 'Cash')
            """)
        .params(payment, person.tenantId(), invoice)
        .update();

    var shown = person.get("/v1/payments/" + payment).expect(200).data();
    var listed = person.get("/v1/payments").expect(200).data().get(0);

    for (var view : List.of(shown, listed)) {
      assertThat(view.path("invoice_number").asString()).isEqualTo("INV-1001");
      assertThat(view.path("contact_id").asString()).isEqualTo(contact);
      assertThat(view.path("contact_name").asString()).isEqualTo("Debtor");
    }
  }

  @Test
  void aPaymentThatCannotBeRecordedYetIsACommandThatWaits() {
    var person = door.owner();
    var invoice = chase.sent(person, chase.contact(person));

    var waiting =
        person
            .post(
                "/v1/payments",
                "{\"invoice_id\":\"%s\",\"provider\":\"CASH\",\"amount\":\"1\"}".formatted(invoice),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()))
            .expect(202)
            .data();

    assertThat(waiting.path("status").asString()).isEqualTo("OPEN");
    assertThat(waiting.path("command_id").asString()).isNotBlank();
  }
}
