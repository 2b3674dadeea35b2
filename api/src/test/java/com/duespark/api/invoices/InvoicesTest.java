package com.duespark.api.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.reminders.Chase;
import com.duespark.api.shared.ApiTest;
import com.duespark.api.shared.Door;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class InvoicesTest {

  @Autowired Door door;
  @Autowired Chase chase;

  @Test
  void anInvoiceNamesItsCustomerAlsoOnceTheCustomerIsDeleted() {
    var person = door.owner();
    var contact = chase.contact(person);
    var invoice = chase.draft(person, contact);
    assertThat(person.get("/v1/invoices/" + invoice).data().path("allowed_actions").toString())
        .contains("\"mark_sent\"");

    person.delete("/v1/contacts/" + contact).expect(200);

    var shown = person.get("/v1/invoices/" + invoice).expect(200).data();
    var listed = person.get("/v1/invoices").expect(200).data().get(0);
    for (var view : List.of(shown, listed)) {
      assertThat(view.path("contact_name").asString()).isEqualTo("Debtor");
      assertThat(view.path("allowed_actions").toString())
          .contains("\"update\"")
          .doesNotContain("\"mark_sent\"");
    }
  }
}
