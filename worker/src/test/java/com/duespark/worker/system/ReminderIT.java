package com.duespark.worker.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Customers are chased on the running system, moved through time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReminderIT {

  private final Rig rig = Rig.running();
  private final Business business = Business.foundedOn(rig);

  /** JRN-13. */
  @Test
  void threeInvoicesInOneSlotAreOneMessage() {
    String contact = business.contact("jrn13-" + business.payer());
    List<String> invoices =
        List.of(
            business.draftDue(contact, 5),
            business.draftDue(contact, 5),
            business.draftDue(contact, 5));
    invoices.forEach(id -> business.send(id).require(200));

    business.travel(14);

    List<JsonNode> mails = rig.sandbox().mailsTo("jrn13-" + business.payer());
    var lists =
        mails.stream()
            .filter(mail -> mail.path("subject").asString().contains("3 invoices"))
            .toList();
    assertThat(lists).as(mails.toString()).hasSize(2);
    assertThat(rows(invoices, "REMINDER_1")).hasSize(3).allMatch(row -> row.startsWith("SENT"));
    assertThat(rows(invoices, "REMINDER_1").stream().distinct()).hasSize(1);
  }

  private List<String> rows(List<String> invoices, String step) {
    return invoices.stream()
        .flatMap(
            id ->
                rig
                    .database()
                    .ask(
                        "select status || ' ' || delivery_id from reminders"
                            + " where invoice_id = ?::uuid and step_key = ?",
                        id,
                        step)
                    .stream())
        .toList();
  }
}
