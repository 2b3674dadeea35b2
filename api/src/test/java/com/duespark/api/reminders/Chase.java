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
import com.duespark.domain.reminders.Choices;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
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
  private final Choices choices;
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
      Choices choices,
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
    this.choices = choices;
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

  /** The draft waits for its moment. */
  public void schedule(Person person, String draftId, Instant at) {
    within(
        person,
        () -> {
          var invoice = invoices.lock(UUID.fromString(draftId)).orElseThrow();
          var number = numbers.next(NumberKind.INVOICE);
          var contact = contacts.find(invoice.contactId()).orElseThrow();
          var document = InvoiceDocuments.draw(invoice, number, tenants.current(), contact);
          return invoices.save(invoice.issue(number, document).schedule(at, Ids.next()));
        });
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
          reminders.write(customer, plan, now);
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

  /** The customer gives their word, in so many days from today. */
  void promise(Person person, String invoiceId, int inDays) {
    within(
        person,
        () -> {
          cadences.promise(
              UUID.fromString(invoiceId),
              tenants.today().plusDays(inDays),
              tenants.businessNow(),
              "portal");
          return invoiceId;
        });
  }

  /** A person decides about a step that has not left. */
  boolean choose(Person person, Function<Choices, Boolean> decision) {
    return within(person, () -> decision.apply(choices));
  }

  /** A payment is on its way. */
  void paying(Person person, String invoiceId) {
    owner
        .sql(
            """
            insert into payments (id, tenant_id, invoice_id, provider, provider_payment_id, status,
              amount_minor, currency, method_label, begun_at)
            values (gen_random_uuid(), ?, ?::uuid, 'STRIPE', ?, 'PENDING', 100, 'KES', 'Card', now())
            """)
        .params(person.tenantId(), invoiceId, "pi_" + invoiceId)
        .update();
  }

  /** The invoice was paid so many days ago, at 15:20 by the business's clock. */
  void paid(Person person, String invoiceId, int daysAgo) {
    owner
        .sql(
            """
            insert into payments (id, tenant_id, invoice_id, provider, provider_payment_id, status,
              amount_minor, currency, method_label, paid_at)
            select gen_random_uuid(), tenant_id, id, 'STRIPE', 'pi_' || id, 'SUCCEEDED',
              total_minor, currency, 'Card',
              ((current_date - ?) + time '15:20') at time zone 'Africa/Nairobi'
            from invoices where id = ?::uuid
            """)
        .params(daysAgo, invoiceId)
        .update();
    owner
        .sql(
            """
            update invoices set status = 'PAID', amount_paid_minor = total_minor,
              paid_at = now() - make_interval(days => ?) where id = ?::uuid
            """)
        .params(daysAgo, invoiceId)
        .update();
  }

  /** The next planned message of a customer leaves, and its answer is lost. */
  public Lost loseAnswer(Person person, String contactId) {
    return within(
        person,
        () -> {
          var id = UUID.fromString(contactId);
          var now = tenants.businessNow();
          var customer = customers.read(id, now);
          var next =
              Planner.plan(customer, now).reminders().stream()
                  .filter(planned -> planned.status() == ReminderStatus.SCHEDULED)
                  .findFirst()
                  .orElseThrow();
          var delivery = reminder(id);
          deliveries.save(delivery);
          reminders.bind(List.of(next), delivery.id(), customer, now);
          reminders.unknown(delivery.id());
          var due = invoices.find(next.invoiceId()).orElseThrow().dueDate();
          var page = links.page(links.create(next.invoiceId(), due, now, delivery));
          return new Lost(delivery.id(), URI.create(page).getPath());
        });
  }

  /** A payer's link to an invoice, as a path. */
  public String link(Person person, String invoiceId) {
    return within(
        person,
        () -> {
          var id = UUID.fromString(invoiceId);
          var due = invoices.find(id).orElseThrow().dueDate();
          var delivery = reminder(invoices.find(id).orElseThrow().contactId());
          deliveries.save(delivery);
          return URI.create(links.page(links.create(id, due, tenants.businessNow(), delivery)))
              .getPath();
        });
  }

  private static Delivery reminder(UUID contactId) {
    return Delivery.mail(
            Ids.next(),
            Tenant.id(),
            DeliveryType.REMINDER,
            Audience.PAYER,
            "REMINDER:" + Ids.next(),
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
  public int told(String contactId) {
    return owner
        .sql("select count(*) from outbox_messages where workflow_id = ?")
        .param("cadence/" + contactId)
        .query(Integer.class)
        .single();
  }

  /** Commands of a kind that wait for a contact's cadence. */
  public List<String> waiting(String contactId, CommandKind kind) {
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
