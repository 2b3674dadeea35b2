package com.duespark.worker.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The demo's customers, ten weeks of paid work, and an invoice in every status. */
final class DemoBook {

  private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");

  /** The same in every run: days count from the day on which the business was founded. */
  private final Instant founded;

  private final LocalDate today;
  private final DemoClient api;
  private final Map<String, String> ids = new HashMap<>();

  private DemoBook(DemoClient api, Instant founded) {
    this.api = api;
    this.founded = founded;
    this.today = LocalDate.ofInstant(founded, NAIROBI);
  }

  /**
   * Writes what is not there yet.
   *
   * @param founded when the business was made
   */
  static void fill(DemoClient api, Instant founded) {
    var book = new DemoBook(api, founded);
    book.customers();
    book.history();
    book.present();
  }

  private void customers() {
    customer("savanna", "Savanna Bloom Exports Ltd", Map.of("city", "Naivasha"));
    customer("kilimo", "Kilimo Fresh Market", Map.of("city", "Nairobi"));
    customer("tidewater", "Tidewater Lodge", Map.of("city", "Kilifi"));
    customer("redthorn", "Redthorn Logistics", Map.of("city", "Mombasa"));
    customer("mkate", "Mkate Lane Bakery", Map.of("city", "Nairobi"));
    customer("nyota", "Nyota Dental Clinic", Map.of("city", "Nakuru"));
    customer(
        "harbour",
        "Harbour & Pine LLC",
        Map.of("city", "Portland", "country", "US", "timezone", "America/Los_Angeles"));
  }

  private void customer(String key, String name, Map<String, String> more) {
    Map<String, String> body = new HashMap<>(more);
    body.putIfAbsent("country", "KE");
    body.put("display_name", name);
    body.put("email", "accounts@%s.example".formatted(key));
    ids.put(key, api.post("contact " + key, "/v1/contacts", body).path("id").asString());
  }

  /** Work that was done and paid, oldest first. */
  private record Paid(
      String customer, String work, String rate, int issuedAgo, int paidAgo, String by) {}

  private void history() {
    var rows =
        List.of(
            new Paid("mkate", "Shop window, autumn", "42000", 92, 75, "MPESA"),
            new Paid("redthorn", "Fleet livery", "96000", 88, 66, "BANK"),
            new Paid("savanna", "Brand identity, phase one", "110000", 81, 62, "BANK"),
            new Paid("kilimo", "Market stall signs", "38500", 70, 55, "MPESA"),
            new Paid("tidewater", "Room directory", "64000", 62, 47, "MPESA"),
            new Paid("redthorn", "Driver handbook", "52000", 55, 33, "BANK"),
            new Paid("mkate", "Cake box artwork", "29500", 41, 27, "MPESA"),
            new Paid("nyota", "Waiting room posters", "33000", 36, 20, "MPESA"),
            new Paid("harbour", "Catalogue, print proof", "1260", 30, 13, "BANK"),
            new Paid("kilimo", "Photo direction", "19500", 20, 6, "MPESA"),
            new Paid("mkate", "Menu boards", "30000", 16, 1, "MPESA"));
    for (var row : rows) {
      var invoice = draft(row.customer(), row.work(), row.rate(), row.issuedAgo());
      api.post("sent " + row.work(), act(invoice, "mark-sent"), Map.of());
      pay(invoice, invoice.total(), row.paidAgo(), row.by());
    }
  }

  private void present() {
    var lost = draft("tidewater", "Stickers", "3000", 200);
    var overdue = draft("savanna", "Packaging artwork", "75000", 35);
    var late = draft("redthorn", "Depot wayfinding", "80000", 22);
    var later = draft("redthorn", "Safety vests", "36000", 19);
    var part = draft("savanna", "Brand identity, phase two", "120000", 20);
    var held = draft("nyota", "Clinic leaflets", "55000", 33);
    var mistaken = draft("tidewater", "Brochure, wrong rate", "8000", 5);
    var abroad = draft("harbour", "Catalogue, second edition", "4850", 11);
    var sent = draft("tidewater", "Signage for the jetty", "46000", 0);

    send(overdue, late, part, later, held, mistaken, abroad, sent);
    pay(part, "100000.00", 3, "MPESA");
    api.post("pause held", act(held, "pause-reminders"), Map.of());
    api.post("void!", act(mistaken, "void"), Map.of("reason", "The rate was wrong"));

    var scheduled = draft("kilimo", "Menu boards, second branch", "24000", 0);
    var moment = founded.plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
    api.post("schedule", act(scheduled, "schedule"), Map.of("send_at", moment.toString()));
    draft("mkate", "Website refresh", "85000", 0);

    // the last act: who finds a written-off invoice finds the whole book
    api.post("lost sent", act(lost, "mark-sent"), Map.of());
    api.post("lost!", act(lost, "write-off"), Map.of("reason", "Not worth the postage"));
  }

  private record Written(String id, String work, String total) {}

  private Written draft(String customer, String work, String rate, int issuedAgo) {
    boolean isAbroad = customer.equals("harbour");
    var line =
        isAbroad
            ? Map.of("name", work, "qty", "1", "rate", rate)
            : Map.of("name", work, "qty", "1", "rate", rate, "tax_code", "VAT16");
    var issued = today.minusDays(issuedAgo);
    var draft =
        api.post(
            "draft " + work,
            "/v1/invoices",
            Map.of(
                "contact_id", Objects.requireNonNull(ids.get(customer)),
                "currency", isAbroad ? "USD" : "KES",
                "issue_date", issued.toString(),
                "due_date", issued.plusDays(14).toString(),
                "line_items", List.of(line)));
    return new Written(draft.path("id").asString(), work, draft.path("total").asString());
  }

  private void send(Written... invoices) {
    for (var invoice : invoices) {
      api.post("send " + invoice.work(), act(invoice, "send"), Map.of());
    }
  }

  private void pay(Written invoice, String amount, int daysAgo, String by) {
    var at = today.minusDays(daysAgo).atTime(LocalTime.of(10, 18)).atZone(NAIROBI).toInstant();
    api.post(
        "pay " + invoice.work(),
        "/v1/payments",
        Map.of(
            "invoice_id",
            invoice.id(),
            "provider",
            by,
            "amount",
            amount,
            "paid_at",
            at.toString()));
  }

  private static String act(Written invoice, String verb) {
    return "/v1/invoices/%s/%s".formatted(invoice.id(), verb);
  }
}
