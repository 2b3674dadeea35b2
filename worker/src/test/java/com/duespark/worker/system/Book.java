package com.duespark.worker.system;

import static org.awaitility.Awaitility.await;

import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.reminders.CatchUp;
import com.duespark.domain.reminders.Customer;
import com.duespark.domain.reminders.Customer.Open;
import com.duespark.domain.reminders.Hours;
import com.duespark.domain.reminders.PaymentHistory;
import com.duespark.domain.reminders.PublicHolidays;
import com.duespark.domain.reminders.ReminderPolicy;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/** Many customers of one business, each with open invoices due on different days. */
final class Book {

  /** Clocks that stand apart by up to ten and a half hours. */
  private static final List<String> ZONES =
      List.of("Africa/Nairobi", "America/New_York", "Europe/London", "Asia/Kolkata");

  private static final List<String> COUNTRIES = List.of("KE", "US", "GB", "IN");

  /** A long form has more to wait for. */
  static final Duration PATIENCE =
      Duration.ofMinutes(4).plusMillis(200L * Integer.getInteger("rig.invoices", 0));

  /** So many customers are written down side by side. */
  private static final int CLERKS = 24;

  private final Business business;
  private final Database database;

  Book(Rig rig, Business business) {
    this.business = business;
    this.database = rig.database();
  }

  /** A customer of the book. */
  record Owing(String contactId, String zone, String country) {}

  /** Customers in four timezones; each gets the given number of invoices, due over two weeks. */
  List<Owing> fill(int customers, int invoicesEach) throws InterruptedException {
    keepDaysAndHours();
    var room = new Semaphore(CLERKS);
    return AtOnce.times(
        customers,
        number -> {
          room.acquireUninterruptibly();
          try {
            var owing = customer(number);
            for (int i = 0; i < invoicesEach; i++) {
              business.open(owing.contactId(), (number + 3 * i) % 15);
            }
            return owing;
          } finally {
            room.release();
          }
        });
  }

  /** What others pay during the test must not move the days of those who did not (REM-62). */
  private void keepDaysAndHours() {
    database.ask(
        "update reminder_policies set adaptive = false where tenant_id = ?::uuid returning id",
        business.tenantId());
  }

  private Owing customer(int number) {
    var zone = ZONES.get(number % ZONES.size());
    var country = COUNTRIES.get(number % COUNTRIES.size());
    var body =
        Map.of(
            "display_name",
            "Customer " + number,
            "email",
            "c" + number + "-" + business.payer(),
            "timezone",
            zone,
            "country",
            country);
    return new Owing(business.contact(body), zone, country);
  }

  /** Waits until every customer's plan has seen everything. */
  void awaitPlans() {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                database.count(
                        "select count(*) from cadences where tenant_id = ?::uuid and changes > planned_changes",
                        business.tenantId())
                    == 0);
  }

  /** The facts of a customer as a person would write them down, from contact and invoices alone. */
  Customer facts(Owing owing) {
    var hours =
        new Hours(
            ZoneId.of(owing.zone()),
            LocalTime.of(9, 0),
            LocalTime.of(17, 0),
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            PublicHolidays.of(owing.country(), Map.of()),
            0);
    var policy = ReminderPolicy.standard(UUID.fromString(business.tenantId()), true, null);
    var invoices =
        database
            .ask(
                """
                select id || ';' || invoice_number || ';' || due_date || ';' || to_char(sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                from invoices where contact_id = ?::uuid order by id
                """,
                owing.contactId())
            .stream()
            .map(row -> row.split(";", -1))
            .map(
                row ->
                    Open.sent(
                        UUID.fromString(row[0]),
                        row[1],
                        LocalDate.parse(row[2]),
                        Instant.parse(row[3]),
                        policy))
            .toList();
    return new Customer(
        UUID.fromString(owing.contactId()),
        hours,
        false,
        PaymentHistory.NONE,
        1,
        3,
        true,
        CatchUp.LATEST,
        List.of(),
        List.of(Channel.EMAIL),
        invoices);
  }

  /** What was sent to a customer: invoice, step and minute, oldest first. */
  List<String> sent(Owing owing) {
    return database.ask(
        """
        select invoice_id || ' ' || step_key || ' ' || to_char(sent_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI')
        from reminders where contact_id = ?::uuid and status = 'SENT'
        order by sent_at, invoice_id, step_key
        """,
        owing.contactId());
  }
}
