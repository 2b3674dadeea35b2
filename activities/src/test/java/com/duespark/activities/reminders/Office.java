package com.duespark.activities.reminders;

import static java.util.stream.Collectors.toMap;

import com.duespark.activities.sending.Email;
import com.duespark.activities.sending.EmailSender.Outcome;
import com.duespark.activities.sending.TestMailer;
import com.duespark.domain.accounts.Founding;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.commands.Command;
import com.duespark.domain.commands.Commands;
import com.duespark.domain.contacts.Contacts;
import com.duespark.domain.invoices.Invoice;
import com.duespark.domain.invoices.InvoiceContent;
import com.duespark.domain.invoices.InvoiceDocuments;
import com.duespark.domain.invoices.Invoices;
import com.duespark.domain.invoices.LineItem;
import com.duespark.domain.numbering.NumberKind;
import com.duespark.domain.numbering.Numbers;
import com.duespark.domain.reminders.CadenceCommand;
import com.duespark.domain.reminders.DunningState;
import com.duespark.domain.reminders.DunningStates;
import com.duespark.domain.reminders.Explanation;
import com.duespark.domain.reminders.Reminder;
import com.duespark.domain.reminders.ReminderPages;
import com.duespark.domain.reminders.ReminderPages.Filter;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.shared.Money;
import com.duespark.domain.shared.Tenant;
import com.duespark.domain.storage.TestDatabase;
import com.duespark.domain.tenants.TenantKind;
import com.duespark.domain.tenants.TenantProfile;
import com.duespark.domain.tenants.Tenants;
import com.duespark.workflows.reminders.Agenda;
import com.duespark.workflows.reminders.CadenceWorkflow.CadenceRef;
import com.duespark.workflows.reminders.ReminderActivities;
import com.duespark.workflows.shared.CommandRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A test business in Nairobi whose clock the test moves, and the cadence as its workflow would run
 * it: plan, wait, touch, plan again. Each test founds its own; days are those of 2037, which begin
 * and end their weeks as those of 2026 in docs/reminders.md.
 */
@TestComponent
public class Office {

  static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");

  private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());
  private final TransactionTemplate transaction;
  private final ReminderActivities cadence;
  private final TestMailer mailer;
  private final Founding founding;
  private final Contacts contacts;
  private final Invoices invoices;
  private final Numbers numbers;
  private final Commands commands;
  private final ReminderPages pages;
  private final DunningStates dunning;
  private final Tenants tenants;

  Office(
      TransactionTemplate transaction,
      ReminderActivities cadence,
      TestMailer mailer,
      Founding founding,
      Contacts contacts,
      Invoices invoices,
      Numbers numbers,
      Commands commands,
      ReminderPages pages,
      DunningStates dunning,
      Tenants tenants) {
    this.transaction = transaction;
    this.cadence = cadence;
    this.mailer = mailer;
    this.founding = founding;
    this.contacts = contacts;
    this.invoices = invoices;
    this.numbers = numbers;
    this.commands = commands;
    this.pages = pages;
    this.dunning = dunning;
    this.tenants = tenants;
  }

  /** A business with one customer, at Monday 2 March 2037 08:00. */
  public Desk open() {
    var user = Ids.next();
    owner
        .sql(
            """
            insert into users (id, email, display_name, referral_code)
            values (:id, :mail, 'Njeri', :code)
            """)
        .param("id", user)
        .param("mail", user + "@owner.example")
        .param("code", user.toString())
        .update();
    var business =
        TenantProfile.found(
            Ids.next(),
            "Lantana Row Studio",
            "professional_services",
            NAIROBI,
            Currency.getInstance("KES"),
            "KE",
            "en",
            TenantKind.TEST,
            user);
    within(business.id(), () -> founding.found(business, user, Trail.user(user)));
    var desk = new Desk(business.id(), user);
    desk.at("2037-03-02T08:00");
    return desk;
  }

  private <T> T within(UUID tenant, Supplier<T> work) {
    return Tenant.call(
        tenant, () -> Objects.requireNonNull(transaction.execute(running -> work.get())));
  }

  /** One business, seen by who tests it. */
  public final class Desk {

    public final UUID tenant;
    public final UUID user;
    public final UUID customer;
    final String address;

    Desk(UUID tenant, UUID user) {
      this.tenant = tenant;
      this.user = user;
      this.customer = Ids.next();
      this.address = customer + "@debtor.example";
      contact(customer, address);
    }

    private void contact(UUID id, String email) {
      owner
          .sql(
              """
              insert into contacts (id, tenant_id, code, display_name, type, email, status)
              values (:id, :tenant, :code, 'Debtor', 'CUSTOMER', :email, 'ACTIVE')
              """)
          .param("id", id)
          .param("tenant", tenant)
          .param("code", "C-" + id)
          .param("email", email)
          .update();
    }

    // ---------------------------------------------------------------- time

    /** Moves the clock to a moment in Nairobi. */
    Desk at(String local) {
      return at(LocalDateTime.parse(local).atZone(NAIROBI).toInstant());
    }

    private Desk at(Instant moment) {
      owner
          .sql("update tenants set clock_offset = :moment::timestamptz - now() where id = :id")
          .param("moment", moment.toString())
          .param("id", tenant)
          .update();
      return this;
    }

    Instant now() {
      return within(tenant, tenants::businessNow);
    }

    /** Lets the cadence run until then, as its workflow would. */
    Desk until(String local) {
      var end = LocalDateTime.parse(local).atZone(NAIROBI).toInstant();
      var agenda = plan();
      while (agenda.untilNext() != null) {
        var next = now().plus(agenda.untilNext());
        if (next.isAfter(end)) {
          break;
        }
        if (!agenda.untilNext().isZero()) {
          at(next);
        }
        agenda = touch();
      }
      at(end);
      plan();
      return this;
    }

    Agenda plan() {
      return cadence.plan(new CadenceRef(tenant, customer));
    }

    Agenda touch() {
      return cadence.touch(new CadenceRef(tenant, customer));
    }

    // ---------------------------------------------------------------- things

    /** An invoice that was just sent, and planned. */
    public UUID sent(String dueOn) {
      return send(draft(dueOn));
    }

    UUID send(UUID id) {
      issue(id);
      plan();
      return id;
    }

    /** An invoice that was just sent, of which the cadence does not know yet. */
    UUID issued(String dueOn) {
      return issue(draft(dueOn));
    }

    private UUID issue(UUID id) {
      within(
          tenant,
          () -> {
            var invoice = invoices.lock(id).orElseThrow();
            var number = numbers.next(NumberKind.INVOICE);
            var contact = contacts.find(customer).orElseThrow();
            var document = InvoiceDocuments.draw(invoice, number, tenants.current(), contact);
            return invoices.save(invoice.issue(number, document).markSent(tenants.businessNow()));
          });
      return id;
    }

    UUID draft(String dueOn) {
      var line =
          new LineItem(
              Ids.next(),
              "Repair",
              null,
              BigDecimal.ONE,
              null,
              new BigDecimal("200"),
              null,
              null,
              null,
              null,
              0);
      return within(
          tenant,
          () ->
              invoices
                  .save(
                      Invoice.draft(
                          tenant,
                          new InvoiceContent(
                              customer,
                              tenants.today(),
                              LocalDate.parse(dueOn),
                              "KES",
                              List.of(line),
                              null,
                              null,
                              null,
                              null,
                              null,
                              null),
                          user))
                  .id());
    }

    /** What happens to an invoice outside the cadence; then the cadence looks. */
    Desk change(UUID invoice, UnaryOperator<Invoice> what) {
      become(invoice, what);
      plan();
      return this;
    }

    private void become(UUID invoice, UnaryOperator<Invoice> what) {
      within(tenant, () -> invoices.save(what.apply(invoices.lock(invoice).orElseThrow())));
    }

    Desk paid(UUID invoice) {
      return change(invoice, open -> open.received(open.amountDue(), now()));
    }

    /** Pays; the cadence does not look. */
    void pays(UUID invoice) {
      become(invoice, open -> open.received(open.amountDue(), now()));
    }

    Desk paidPart(UUID invoice) {
      return change(invoice, open -> open.received(Money.of(5_000, "KES"), now()));
    }

    Desk sql(String statement, Object... parameters) {
      owner.sql(statement).params(parameters).update();
      return this;
    }

    // ---------------------------------------------------------------- asking

    Command ask(CadenceCommand wish) {
      return ask(wish, user.toString());
    }

    Command ask(CadenceCommand wish, String actor) {
      var command =
          within(tenant, () -> commands.save(Command.of(tenant, customer, wish, actor, null)));
      cadence.apply(new CommandRef(tenant, command.getId()));
      return within(tenant, () -> commands.find(command.getId()).orElseThrow());
    }

    // ---------------------------------------------------------------- looking

    List<Reminder> reminders(UUID invoice) {
      return within(tenant, () -> pages.page(Filter.of(invoice, null), false, null, 100));
    }

    Reminder step(UUID invoice, String key) {
      return reminders(invoice).stream()
          .filter(reminder -> reminder.stepKey().equals(key))
          .reduce((earlier, later) -> later)
          .orElseThrow(() -> new AssertionError("There is no " + key));
    }

    /** When it was decided to remind of each invoice, in real time. */
    Map<UUID, Instant> decided() {
      return owner
          .sql(
              """
              select r.invoice_id, d.first_attempt_at from reminders r
              join deliveries d on d.id = r.delivery_id
              where r.tenant_id = :tenant
              """)
          .param("tenant", tenant)
          .query(
              (row, n) ->
                  Map.entry(
                      row.getObject("invoice_id", UUID.class),
                      row.getTimestamp("first_attempt_at").toInstant()))
          .list()
          .stream()
          .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    DunningState dunning(UUID invoice) {
      return within(tenant, () -> dunning.of(invoice));
    }

    String story(UUID invoice) {
      var found = within(tenant, () -> invoices.find(invoice).orElseThrow());
      return Explanation.of(
          found.status(), found.sentAt() != null, dunning(invoice).stage(), reminders(invoice));
    }

    List<Email> mails() {
      return mailer.taken(address);
    }

    void mailerAnswers(Outcome next) {
      mailer.answers(next);
    }
  }
}
