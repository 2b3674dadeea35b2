package com.duespark.api.reminders;

import com.duespark.api.shared.Door.Person;
import com.duespark.domain.commands.CommandKind;
import com.duespark.domain.contacts.Contacts;
import com.duespark.domain.deliveries.Audience;
import com.duespark.domain.deliveries.Deliveries;
import com.duespark.domain.deliveries.Delivery;
import com.duespark.domain.deliveries.DeliveryStatus;
import com.duespark.domain.deliveries.DeliveryType;
import com.duespark.domain.deliveries.FrozenMail;
import com.duespark.domain.deliveries.LedgerEntry;
import com.duespark.domain.invoices.InvoiceDocuments;
import com.duespark.domain.invoices.Invoices;
import com.duespark.domain.numbering.NumberKind;
import com.duespark.domain.numbering.Numbers;
import com.duespark.domain.portal.PortalLinks;
import com.duespark.domain.reminders.Cadences;
import com.duespark.domain.reminders.Customers;
import com.duespark.domain.reminders.Dunning;
import com.duespark.domain.reminders.Planner;
import com.duespark.domain.reminders.ReminderStatus;
import com.duespark.domain.reminders.Reminders;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.shared.Tenant;
import com.duespark.domain.storage.TestDatabase;
import com.duespark.domain.tenants.Tenants;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Plays the workflows, which no test here has: issues invoices, plans, loses an answer. */
@TestComponent
public class Chase {

  private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());
  private final TransactionTemplate transaction;
  private final Invoices invoices;
  private final Contacts contacts;
  private final Deliveries deliveries;
  private final Reminders reminders;
  private final Customers customers;
  private final Cadences cadences;
  private final Dunning dunning;
  private final Numbers numbers;
  private final PortalLinks links;
  private final Tenants tenants;

  Chase(
      TransactionTemplate transaction,
      Invoices invoices,
      Contacts contacts,
      Deliveries deliveries,
      Reminders reminders,
      Customers customers,
      Cadences cadences,
      Dunning dunning,
      Numbers numbers,
      PortalLinks links,
      Tenants tenants) {
    this.transaction = transaction;
    this.invoices = invoices;
    this.contacts = contacts;
    this.deliveries = deliveries;
    this.reminders = reminders;
    this.customers = customers;
    this.cadences = cadences;
    this.dunning = dunning;
    this.numbers = numbers;
    this.links = links;
    this.tenants = tenants;
  }

  /** A message that left and of which nobody knows whether it arrived. */
  public record Lost(UUID deliveryId, String portalPath) {}

  public String contact(Person person) {
    return person
        .post("/v1/contacts", "{\"display_name\":\"Debtor\",\"email\":\"debtor@example.com\"}")
        .expect(201)
        .text("/data/id");
  }

  /** A sent invoice, due in 30 days. */
  public String sent(Person person, String contactId) {
    return issue(person, draft(person, contactId));
  }

  /** The draft is sent. */
  public String issue(Person person, String draftId) {
    within(
        person,
        () -> {
          var invoice = invoices.lock(UUID.fromString(draftId)).orElseThrow();
          var number = numbers.next(NumberKind.INVOICE);
          var contact = contacts.find(invoice.contactId()).orElseThrow();
          var document = InvoiceDocuments.draw(invoice, number, tenants.current(), contact);
          return invoices.save(invoice.issue(number, document).markSent(tenants.businessNow()));
        });
    return draftId;
  }

  public String draft(Person person, String contactId) {
    return person
        .post(
            "/v1/invoices",
            """
            {"contact_id":"%s","due_date":"%s","line_items":[{"name":"Repair","qty":1,"rate":"200"}]}"""
                .formatted(contactId, within(person, tenants::today).plusDays(30)))
        .expect(201)
        .text("/data/id");
  }

  /** The customer's cadence looks and plans. */
  public void plan(Person person, String contactId) {
    within(
        person,
        () -> {
          var id = UUID.fromString(contactId);
          var now = tenants.businessNow();
          dunning.follow(id, now, tenants.current().zone());
          var customer = customers.read(id, now);
          var plan = Planner.plan(customer, now);
          reminders.write(customer, plan);
          cadences.planned(id, plan.nextAt().orElse(null), now, cadences.changes(id));
          return plan;
        });
  }

  public void pauseInvoice(Person person, String invoiceId) {
    within(
        person,
        () -> {
          cadences.pauseInvoice(UUID.fromString(invoiceId), true, null);
          return invoiceId;
        });
  }

  void pauseContact(Person person, String contactId) {
    within(
        person,
        () -> {
          cadences.pause(UUID.fromString(contactId), true, null);
          return contactId;
        });
  }

  /** The next planned message of a customer leaves, and its answer is lost. */
  public Lost loseAnswer(Person person, String contactId) {
    return within(
        person,
        () -> {
          var id = UUID.fromString(contactId);
          var now = tenants.businessNow();
          var next =
              Planner.plan(customers.read(id, now), now).reminders().stream()
                  .filter(planned -> planned.status() == ReminderStatus.SCHEDULED)
                  .findFirst()
                  .orElseThrow();
          var delivery = reminder(id);
          deliveries.save(delivery);
          reminders.bind(List.of(next), delivery.id(), now);
          reminders.unknown(delivery.id());
          var due = invoices.find(next.invoiceId()).orElseThrow().dueDate();
          var page = links.page(links.create(next.invoiceId(), due, now, delivery));
          return new Lost(delivery.id(), URI.create(page).getPath());
        });
  }

  private static Delivery reminder(UUID contactId) {
    return Delivery.mail(
            Ids.next(),
            Tenant.id(),
            DeliveryType.REMINDER,
            Audience.PAYER,
            "REMINDER:" + contactId,
            "debtor@example.com")
        .about(contactId, null)
        .carrying(new FrozenMail("B", null, "Please pay", "", "", FrozenMail.Attachment.NONE, null))
        .move(new LedgerEntry(DeliveryStatus.UNKNOWN, 1, null, null, 3));
  }

  /** So many free days in a row. */
  void freeDays(Person person, LocalDate first, int count) {
    owner
        .sql(
            """
            insert into holidays (id, tenant_id, day, name)
            select gen_random_uuid(), ?, ?::date + n, 'Free' from generate_series(0, ? - 1) n
            """)
        .params(person.tenantId(), first, count)
        .update();
  }

  /** How often a customer's cadence was told to look again and has not been yet. */
  int told(String contactId) {
    return owner
        .sql("select count(*) from outbox_messages where workflow_id = ?")
        .param("cadence/" + contactId)
        .query(Integer.class)
        .single();
  }

  /** Commands of a kind that wait for a contact's cadence. */
  List<String> waiting(String contactId, CommandKind kind) {
    return owner
        .sql(
            """
            select body::text from commands
            where entity_id = ?::uuid and entity_type = 'CONTACT' and kind = ? and status = 'OPEN'
            """)
        .params(contactId, kind.name())
        .query(String.class)
        .list();
  }

  List<String> audited(String entityId) {
    return owner
        .sql("select action from audit_log where entity_id = ?::uuid order by created_at, id")
        .param(entityId)
        .query(String.class)
        .list();
  }

  private <T> T within(Person person, Supplier<T> work) {
    return Tenant.call(
        person.tenantId(),
        () -> Objects.requireNonNull(transaction.execute(running -> work.get())));
  }
}
