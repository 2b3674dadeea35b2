package com.duespark.worker.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Lantana Row Studio of Nairobi, its customers and its invoices in every status (GEN-12). */
@Component
@ConditionalOnProperty("duespark.demo")
public class DemoBusiness {

  public static final String EMAIL = "njeri@lantanarow.example";
  public static final String PASSWORD = "getting paid is nice";

  private static final Logger LOG = LoggerFactory.getLogger(DemoBusiness.class);

  private final JdbcClient jdbc;
  private final String address;

  DemoBusiness(JdbcClient jdbc, @Value("http://127.0.0.1:${server.port}") String address) {
    this.jdbc = jdbc;
    this.address = address;
  }

  @EventListener(ApplicationReadyEvent.class)
  void open() {
    Thread.ofVirtual().name("demo").start(this::fill);
  }

  private void fill() {
    try {
      var api = signIn();
      if (api.get("/v1/invoices?status=WRITTEN_OFF").isEmpty()) {
        settle(api);
        invoices(api);
        LOG.info("demo business is ready");
      }
    } catch (RestClientException e) {
      LOG.warn("demo business is not complete, the next start goes on: {}", e.getMessage());
    }
  }

  private DemoClient signIn() {
    try {
      return DemoClient.signedIn(address, EMAIL, PASSWORD);
    } catch (HttpClientErrorException.Unauthorized notYet) {
      register();
      return DemoClient.signedIn(address, EMAIL, PASSWORD);
    }
  }

  /** The demo's owner needs no mail to be believed. */
  private void register() {
    RestClient.create(address)
        .post()
        .uri("/v1/auth/register")
        .contentType(MediaType.APPLICATION_JSON)
        .body(
            Map.of(
                "email", EMAIL,
                "password", PASSWORD,
                "display_name", "Njeri Mwangi",
                "business_name", "Lantana Row Studio",
                "timezone", "Africa/Nairobi",
                "currency", "KES",
                "country", "KE"))
        .retrieve()
        .toBodilessEntity();
    jdbc.sql(
            "update users set email_verified_at = coalesce(email_verified_at, now()) where email = ?")
        .param(EMAIL)
        .update();
  }

  private static void settle(DemoClient api) {
    api.patch(
        "settings",
        "/v1/tenant",
        Map.of(
            "settings",
            Map.of(
                "branding", Map.of("colour", "#B4472E"),
                "company",
                    Map.of(
                        "address_lines",
                        List.of("4 Gitanga Close, Lavington", "Nairobi"),
                        "tax_id",
                        "P051-000-142K",
                        "email",
                        EMAIL),
                "payments", Map.of("mpesa_paybill", "400222"))));
    api.put("stripe", "/v1/integrations/stripe", Map.of("secret_key", "sk_test_lantanarow"));
  }

  private static void invoices(DemoClient api) {
    var savanna = contact(api, "Savanna Bloom Exports Ltd", "accounts@savannabloom.example");
    var kilimo = contact(api, "Kilimo Fresh Market", "pay@kilimofresh.example");
    var tide = contact(api, "Tidewater Lodge", "office@tidewater.example");
    // what was begun on one day and goes on after another start is still the same
    var founded = Instant.parse(api.get("/v1/tenant").path("created_at").asString());
    var today = founded.atZone(ZoneOffset.UTC).toLocalDate();

    draft(api, "draft", savanna, today, "Website refresh", "85000");

    var scheduled = draft(api, "scheduled", kilimo, today, "Menu boards", "24000");
    var later = founded.plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
    api.post("schedule", act(scheduled, "schedule"), Map.of("send_at", later.toString()));

    send(api, "sent", draft(api, "sent", tide, today, "Signage for the jetty", "46000"));

    send(
        api,
        "overdue",
        draft(api, "overdue", savanna, today.minusDays(35), "Packaging artwork", "75000"));

    var part =
        draft(api, "part", savanna, today.minusDays(20), "Brand identity, phase two", "120000");
    send(api, "part", part);
    pay(api, "part", part, "100000.00", "MPESA");

    var paid = draft(api, "paid", kilimo, today.minusDays(10), "Photo direction", "19500");
    send(api, "paid", paid);
    pay(api, "paid", paid, "22620.00", "BANK");

    var mistaken = draft(api, "void", tide, today.minusDays(5), "Brochure, wrong rate", "8000");
    send(api, "void", mistaken);
    api.post("void!", act(mistaken, "void"), Map.of("reason", "The rate was wrong"));

    var lost = draft(api, "lost", tide, today.minusDays(200), "Stickers", "3000");
    api.post("lost sent", act(lost, "mark-sent"), Map.of());
    api.post("lost!", act(lost, "write-off"), Map.of("reason", "Not worth the postage"));
  }

  private static String contact(DemoClient api, String name, String email) {
    return api.post("contact " + name, "/v1/contacts", Map.of("display_name", name, "email", email))
        .path("id")
        .asString();
  }

  private static String draft(
      DemoClient api, String step, String contact, LocalDate issued, String work, String rate) {
    var line = Map.of("name", work, "qty", "1", "rate", rate, "tax_code", "VAT16");
    return api.post(
            "draft " + step,
            "/v1/invoices",
            Map.of(
                "contact_id", contact,
                "issue_date", issued.toString(),
                "due_date", issued.plusDays(14).toString(),
                "line_items", List.of(line)))
        .path("id")
        .asString();
  }

  private static void send(DemoClient api, String step, String invoice) {
    api.post("send " + step, act(invoice, "send"), Map.of());
  }

  private static void pay(
      DemoClient api, String step, String invoice, String amount, String provider) {
    api.post(
        "pay " + step,
        "/v1/payments",
        Map.of("invoice_id", invoice, "provider", provider, "amount", amount));
  }

  private static String act(String invoice, String verb) {
    return "/v1/invoices/%s/%s".formatted(invoice, verb);
  }
}
