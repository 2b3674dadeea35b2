package com.duespark.worker.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.reminders.Rehearsal;
import com.duespark.worker.system.Book.Owing;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A whole book is chased for 40 days on the real server: what was sent is exactly what the plan
 * says when it is carried out by hand.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BookIT {

  private static final int CUSTOMERS = 20;
  private static final int INVOICES_EACH = 5;
  private static final int PAID_MIDWAY = 30;
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  private final Rig rig = Rig.running();
  private final Business business = Business.foundedOn(rig);
  private final Book book = new Book(rig, business);

  @Test
  void everyReminderGoesAtItsInstantAndNoneAfterThePayment() throws InterruptedException {
    var customers = book.fill(CUSTOMERS, INVOICES_EACH);
    book.awaitPlans();
    Map<Owing, Rehearsal> expected = new HashMap<>();
    var start = business.now();
    customers.forEach(owing -> expected.put(owing, new Rehearsal(book.facts(owing), start)));

    business.travel(14);
    var midway = business.now();
    var paid = pay(PAID_MIDWAY);
    book.awaitPlans();
    business.travel(26);

    for (var owing : customers) {
      var rehearsal = Objects.requireNonNull(expected.get(owing));
      rehearsal.runUntil(midway, 1_000);
      rehearsal.wakeUpAt(midway);
      rehearsal.change(
          known ->
              known.withInvoices(
                  known.invoices().stream()
                      .filter(open -> !paid.contains(open.id().toString()))
                      .toList()));
      rehearsal.runUntil(business.now(), 1_000);
      assertThat(book.sent(owing)).as(owing.toString()).isEqualTo(lines(rehearsal));
    }
    assertThat(reminderMails()).isEqualTo(messages(expected));
    assertThat(claimedAfterPayment()).isZero();
    assertThat(
            rig.database()
                .count(
                    """
                    select count(*) from reminders where tenant_id = ?::uuid and status = 'SENT'
                    """,
                    business.tenantId()))
        .isGreaterThan(CUSTOMERS * INVOICES_EACH);
  }

  private Set<String> pay(int count) throws InterruptedException {
    var ids =
        rig.database()
            .ask(
                "select id from invoices where tenant_id = ?::uuid order by md5(invoice_number) limit 30",
                business.tenantId());
    AtOnce.times(count, i -> business.receive(ids.get(i), "232.00").require(201));
    ids.forEach(id -> business.awaitStatus(id, "PAID"));
    return Set.copyOf(ids);
  }

  private static List<String> lines(Rehearsal rehearsal) {
    return rehearsal.sent().stream()
        .sorted(
            Comparator.comparing(Rehearsal.Sent::at)
                .thenComparing(sent -> sent.invoice().toString())
                .thenComparing(sent -> sent.step().key()))
        .map(sent -> sent.invoice() + " " + sent.step().key() + " " + MINUTE.format(sent.at()))
        .toList();
  }

  /** One message for each customer and slot, in the provider's own log. */
  private long reminderMails() {
    return rig.sandbox().mailsAbout("tenant_id", business.tenantId()).stream()
        .filter(mail -> !mail.path("metadata").path("contact_id").isMissingNode())
        .count();
  }

  private static long messages(Map<Owing, Rehearsal> all) {
    return all.values().stream()
        .mapToLong(
            rehearsal ->
                rehearsal.sent().stream()
                    .map(Rehearsal.Sent::at)
                    .collect(Collectors.toSet())
                    .size())
        .sum();
  }

  /** Compared by real time: when the claim's and the payment's transactions wrote their rows. */
  private int claimedAfterPayment() {
    return rig.database()
        .count(
            """
            select count(*) from reminders r
            join deliveries d on d.id = r.delivery_id
            join payments p on p.invoice_id = r.invoice_id and p.status = 'SUCCEEDED'
            where r.tenant_id = ?::uuid and d.created_at > p.updated_at
            """,
            business.tenantId());
  }
}
