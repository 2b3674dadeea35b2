package com.duespark.sandbox.rig;

import com.duespark.sandbox.log.Json;
import com.duespark.sandbox.rig.Evidence.Debt;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A test business and its customers, who live around the world. Each customer's invoices are due on
 * one day: Monday, Tuesday or Wednesday of the first week.
 */
final class Business {

  /** What an invoice asks for: 200.00 and VAT. */
  static final String AMOUNT = "232.00";

  private static final List<ZoneId> ZONES =
      List.of(
              "Pacific/Auckland",
              "Australia/Sydney",
              "Asia/Tokyo",
              "Asia/Shanghai",
              "Asia/Bangkok",
              "Asia/Kolkata",
              "Asia/Karachi",
              "Asia/Dubai",
              "Africa/Nairobi",
              "Africa/Cairo",
              "Europe/Berlin",
              "Europe/London",
              "America/Sao_Paulo",
              "America/New_York",
              "America/Chicago",
              "America/Los_Angeles")
          .stream()
          .map(ZoneId::of)
          .toList();

  /** How many invoices a customer owes; those of one customer go in one message. */
  private static final int[] SIZES = {1, 1, 2, 4};

  /** Every so manieth invoice goes by mail; the others reached the customer on another way. */
  private static final int MAILED = 10;

  /** A country without public holidays in any calendar: those of the business are enough. */
  private static final String COUNTRY = "TV";

  /** Whoever is on the way for long is asked less often: the program answers for the customers. */
  private static final Duration FIRST_LOOK = Duration.ofMillis(100);

  private static final Duration LAST_LOOK = Duration.ofMillis(400);
  private static final Duration JUMP = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final Merchant merchant;
  private final int number;
  private final LocalDate monday;
  private final Timetable week;
  private int askedAgain; // by its journey alone
  private final List<Customer> customers = Collections.synchronizedList(new ArrayList<>());
  private final Set<String> mailed = Collections.synchronizedSet(new HashSet<>());

  /** A customer and the ids of what they owe. */
  record Customer(String email, Timetable timetable, LocalDate dueOn, List<String> invoices) {

    List<Timetable.Slot> slots() {
      return timetable.slots(dueOn);
    }
  }

  private Business(Merchant merchant, int number, LocalDate monday, Timetable week) {
    this.merchant = merchant;
    this.number = number;
    this.monday = monday;
    this.week = week;
  }

  /** Founded, with a window and holidays of its own, its clock moved to the eve of the Monday. */
  static Business founded(Installation installation, int number, LocalDate monday)
      throws InterruptedException {
    Timetable week = week(number, monday);
    JsonObject sending =
        Json.object(
            "window_start", week.opens().toString(), "window_end", week.closes().toString());
    Merchant merchant =
        Merchant.founded(installation, "rig" + number, Json.object("sending", sending));
    for (LocalDate day : week.free()) {
      merchant.post("/v1/holidays", Json.object("day", day.toString(), "name", "Founder's day"));
    }
    keepToTheRules(merchant);
    Business business = new Business(merchant, number, monday, week);
    business.moveTo(business.begin());
    return business;
  }

  /** Days and hours do not follow how customers pay: the timetable knows nothing of that. */
  private static void keepToTheRules(Merchant merchant) throws InterruptedException {
    for (JsonObject policy : merchant.get("/v1/reminder-policies").list()) {
      String path = "/v1/reminder-policies/" + Json.text(policy, "id", "");
      long version = Json.number(policy, "version", 1);
      merchant.ask("PATCH", path, Json.object("adaptive", false, "if_match_version", version));
    }
  }

  private static Timetable week(int number, LocalDate monday) {
    ZoneId nowhere = ZoneOffset.UTC;
    LocalTime nine = LocalTime.of(9, 0);
    return switch (number % 4) {
      case 0 -> new Timetable(nowhere, nine, LocalTime.of(17, 0), Set.of());
      case 1 ->
          new Timetable(
              nowhere, LocalTime.of(11, 0), LocalTime.of(16, 0), Set.of(monday.plusDays(3)));
      case 2 ->
          new Timetable(
              nowhere, LocalTime.of(7, 0), LocalTime.of(9, 30), Set.of(monday.plusDays(7)));
      default -> new Timetable(nowhere, nine, LocalTime.of(17, 0), Set.of(monday.plusDays(16)));
    };
  }

  Merchant merchant() {
    return merchant;
  }

  int number() {
    return number;
  }

  /** In the same order in every run. */
  List<Customer> customers() {
    return customers.stream().sorted(Comparator.comparing(Customer::email)).toList();
  }

  /** Sunday, when the Monday has begun at the earliest place. */
  Instant begin() {
    return monday.minusDays(1).atTime(10, 0).toInstant(ZoneOffset.UTC);
  }

  // ------------------------------------------------------------------ what is owed

  /** Customers who owe so many invoices in all. */
  void fill(int invoices, Crowd crowd) {
    int left = invoices;
    for (int i = 0; left > 0; i++) {
      int customer = i;
      int size = Math.min(left, SIZES[i % SIZES.length]);
      left -= size;
      crowd.go(() -> open(customer, size));
    }
  }

  private void open(int index, int size) throws InterruptedException {
    ZoneId zone = ZONES.get((index * 7 + number) % ZONES.size());
    LocalDate dueOn = monday.plusDays(index % 3);
    String email = "c%d@rig%d.example".formatted(index, number);
    JsonObject contact =
        Json.object(
            "display_name",
            "Customer " + index,
            "email",
            email,
            "timezone",
            zone.getId(),
            "country",
            COUNTRY);
    String contactId = Json.text(merchant.post("/v1/contacts", contact).data(), "id", "");
    List<String> invoices = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      invoices.add(open(contactId, dueOn, (index + i) % MAILED == 0));
    }
    var timetable = new Timetable(zone, week.opens(), week.closes(), week.free());
    customers.add(new Customer(email, timetable, dueOn, List.copyOf(invoices)));
  }

  private String open(String contactId, LocalDate dueOn, boolean byMail)
      throws InterruptedException {
    JsonObject line = Json.object("name", "Repair", "qty", 1, "rate", "200", "tax_code", "VAT16");
    JsonObject draft =
        Json.object(
            "contact_id",
            contactId,
            "issue_date",
            monday.minusDays(1).toString(),
            "due_date",
            dueOn.toString(),
            "line_items",
            List.of(line));
    String id = Json.text(merchant.post("/v1/invoices", draft).data(), "id", "");
    merchant.post("/v1/invoices/" + id + (byMail ? "/send" : "/mark-sent"), new JsonObject());
    if (byMail) {
      mailed.add(id);
    }
    return id;
  }

  /** What was owed, under the numbers that the program gave. */
  List<Debt> debts() throws InterruptedException {
    Map<String, String> numbers = new HashMap<>();
    for (JsonObject invoice : merchant.invoices()) {
      numbers.put(Json.text(invoice, "id", ""), Json.text(invoice, "invoice_number", ""));
    }
    List<Debt> debts = new ArrayList<>();
    for (Customer customer : customers()) {
      for (String id : customer.invoices()) {
        debts.add(
            new Debt(
                merchant.tenant(),
                id,
                Objects.requireNonNullElse(numbers.get(id), "none"),
                customer.dueOn(),
                customer.timetable(),
                mailed.contains(id),
                customer.email()));
      }
    }
    return debts;
  }

  // ------------------------------------------------------------------ time

  Instant now() throws InterruptedException {
    return Instant.parse(Json.text(clock(), "now", ""));
  }

  private JsonObject clock() throws InterruptedException {
    return merchant.get("/v1/test-clock").data();
  }

  /**
   * Goes forward and waits until everything on the way has happened. A clock that stands still for
   * long is asked again, as a person would; how often is reported.
   */
  void moveTo(Instant moment) throws InterruptedException {
    if (!moment.isAfter(now())) {
      return;
    }
    JsonObject target = Json.object("to", moment.toString());
    JsonObject clock = merchant.post("/v1/test-clock", target).data();
    Instant moved = Instant.now();
    Duration ahead = Duration.ZERO;
    Duration look = FIRST_LOOK;
    while (!Json.text(clock, "moving_to", "").isEmpty()) {
      Instant real = Instant.now();
      Duration offset = Duration.between(real, Instant.parse(Json.text(clock, "now", "")));
      if (offset.minus(ahead).abs().compareTo(JUMP) > 0) {
        ahead = offset;
        moved = real;
      } else if (moved.plus(PATIENCE).isBefore(real)) {
        merchant.tell("/v1/test-clock", target); // refused when it has arrived just now
        askedAgain++;
        moved = real;
      }
      Thread.sleep(look);
      look = look.equals(LAST_LOOK) ? look : look.multipliedBy(2);
      clock = clock();
    }
  }

  int askedAgain() {
    return askedAgain;
  }
}
