package com.duespark.worker.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.duespark.domain.reminders.PublicHolidays;
import com.duespark.worker.system.Http.Reply;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.pollinterval.IterativePollInterval;
import org.awaitility.pollinterval.PollInterval;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A test business that takes cards, through its verified owner, in Kenyan shillings. */
final class Business {
  private static final String PASSWORD = "correct horse battery";
  private static final Pattern VERIFY_TOKEN = Pattern.compile("token=([A-Za-z0-9_-]+)");
  private static final Duration SOON = Duration.ofSeconds(20);

  /** A token lives for fifteen minutes, a long form of a test for longer. */
  private static final Duration RENEWED_AFTER = Duration.ofMinutes(10);

  /** Whoever travels for long is asked less often: the program answers while customers wait. */
  private static final PollInterval EVER_LESS_OFTEN =
      IterativePollInterval.iterative(
          last -> last.toMillis() < 400 ? last.multipliedBy(2) : last, Duration.ofMillis(50));

  private final Installation installation;
  private final String name = "b" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
  private volatile String accessToken = "";

  /** Never, of a program. */
  private volatile Instant signedInAt = Instant.MAX;

  private String tenantId = "";
  private String contactId = "";

  private Business(Installation installation) {
    this.installation = installation;
  }

  /** Registered, verified by the captured mail, logged in and connected to a card account. */
  static Business foundedOn(Installation installation) {
    Business business = new Business(installation);
    business.register();
    business.verify();
    business.logIn();
    business.openTestBusiness();
    business.connectCards();
    return business;
  }

  /** Somebody else with a role in this business. */
  Business colleague(String role) {
    Business person = new Business(installation);
    person.register();
    person.verify();
    person.logIn();
    String user = person.get("/v1/health").require(200).data().path("user_id").asString();
    installation
        .database()
        .ask(
            """
            insert into tenant_members (id, tenant_id, user_id, role)
            values (gen_random_uuid(), ?::uuid, ?::uuid, ?) returning id
            """,
            tenantId,
            user,
            role);
    person.tenantId = tenantId;
    person.logIn();
    return person;
  }

  private void register() {
    var body =
        Map.of(
            "email", owner(),
            "password", PASSWORD,
            "display_name", "Njeri",
            "business_name", "Lantana Row Studio",
            "timezone", "Africa/Nairobi",
            "currency", "KES",
            "country", "KE");
    Http.post(installation.url() + "/v1/auth/register", body).require(202);
  }

  private void verify() {
    String token =
        await()
            .atMost(SOON)
            .until(
                () ->
                    installation.sandbox().mailsTo(owner()).stream()
                        .map(mail -> VERIFY_TOKEN.matcher(mail.path("text").asString("")))
                        .filter(Matcher::find)
                        .map(found -> found.group(1))
                        .findFirst()
                        .orElse(""),
                found -> !found.isEmpty());
    Http.post(installation.url() + "/v1/auth/verify-email", Map.of("token", token)).require(200);
  }

  /** Into the business as soon as there is one; nobody asks with a token on the way there. */
  synchronized void logIn() {
    var person = Map.of("email", owner(), "password", PASSWORD);
    String token = token("/v1/auth/login", person, "");
    accessToken =
        tenantId.isEmpty()
            ? token
            : token("/v1/auth/switch-tenant", Map.of("tenant_id", tenantId), token);
    signedInAt = Instant.now();
  }

  private String token(String path, Object body, String token) {
    Map<String, String> headers =
        token.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + token);
    return Http.call("POST", installation.url() + path, body, headers)
        .require(200)
        .data()
        .path("access_token")
        .asString();
  }

  private synchronized void renew() {
    if (signedInAt.isBefore(Instant.now().minus(RENEWED_AFTER))) {
      logIn();
    }
  }

  /** A second business of the same owner whose clock can be moved. */
  private void openTestBusiness() {
    var body =
        Map.of(
            "name", "Lantana Row Studio",
            "kind", "TEST",
            "timezone", "Africa/Nairobi",
            "currency", "KES",
            "country", "KE");
    tenantId = post("/v1/tenants", body).require(201).data().path("id").asString();
    logIn();
  }

  /** A program that comes with a key of this business. */
  Business program(String... scopes) {
    var key = Map.of("name", "Program", "scopes", List.of(scopes));
    Business program = new Business(installation);
    program.accessToken = post("/v1/api-keys", key).require(201).data().path("secret").asString();
    program.tenantId = tenantId;
    return program;
  }

  private void connectCards() {
    ask("PUT", "/v1/integrations/stripe", Map.of("secret_key", "sk_test_" + name)).require(200);
  }

  /** Where receipts for the business go. */
  String owner() {
    return name + "@owner.example";
  }

  /** Where mails for the contact of {@link #contact()} go. */
  String payer() {
    return name + "@payer.example";
  }

  Reply get(String path) {
    return call("GET", path, null, null);
  }

  /** With an idempotency key of its own. */
  Reply ask(String method, String path, @Nullable Object body) {
    return call(method, path, body, UUID.randomUUID().toString());
  }

  Reply post(String path, Object body) {
    return ask("POST", path, body);
  }

  Reply call(String method, String path, @Nullable Object body, @Nullable String key) {
    if (signedInAt.isBefore(Instant.now().minus(RENEWED_AFTER))) {
      renew();
    }
    Map<String, String> headers = new HashMap<>();
    headers.put("Authorization", "Bearer " + accessToken);
    if (key != null) {
      headers.put("Idempotency-Key", key);
    }
    return Http.call(method, installation.url() + path, body, headers);
  }

  String tenantId() {
    return tenantId;
  }

  /** The one contact that most invoices are written to. */
  synchronized String contact() {
    if (contactId.isEmpty()) {
      contactId = contact(payer());
    }
    return contactId;
  }

  String contact(String email) {
    return contact(Map.of("display_name", "Savanna Bloom", "email", email));
  }

  String contact(Map<String, String> body) {
    return post("/v1/contacts", body).require(201).data().path("id").asString();
  }

  /** A draft over 200.00 and VAT, which makes 232.00. */
  String draft() {
    return draft(contact());
  }

  String draft(String contactId) {
    return post("/v1/invoices", draftBody(contactId)).require(201).data().path("id").asString();
  }

  static Map<String, Object> draftBody(String contactId) {
    var line = Map.of("name", "Repair", "qty", 1, "rate", "200", "tax_code", "VAT16");
    return Map.of("contact_id", contactId, "line_items", List.of(line));
  }

  /** A draft that is due so many days after the business's today. */
  String draftDue(String contactId, int days) {
    var today = LocalDate.ofInstant(now(), ZoneId.of("Africa/Nairobi"));
    var line = Map.of("name", "Repair", "qty", 1, "rate", "200", "tax_code", "VAT16");
    var body =
        Map.of(
            "contact_id", contactId,
            "issue_date", today.toString(),
            "due_date", today.plusDays(days).toString(),
            "line_items", List.of(line));
    return post("/v1/invoices", body).require(201).data().path("id").asString();
  }

  /** An invoice that reached the customer without a message of ours. */
  String open(String contactId, int days) {
    String id = draftDue(contactId, days);
    assertThat(act(id, "mark-sent").status()).isIn(200, 202);
    awaitStatus(id, "SENT");
    return id;
  }

  Reply send(String invoiceId) {
    return send(invoiceId, UUID.randomUUID().toString());
  }

  Reply send(String invoiceId, String key) {
    return call("POST", "/v1/invoices/" + invoiceId + "/send", Map.of(), key);
  }

  /** An invoice that the payer has by mail. */
  String sent() {
    String id = draft();
    send(id).require(200);
    return id;
  }

  Reply act(String invoiceId, String verb) {
    return act(invoiceId, verb, Map.of());
  }

  Reply act(String invoiceId, String verb, Object body) {
    return post("/v1/invoices/" + invoiceId + "/" + verb, body);
  }

  Reply voidInvoice(String invoiceId) {
    return act(invoiceId, "void", Map.of("reason", "Written by mistake"));
  }

  /** Records money that came in by hand. */
  Reply receive(String invoiceId, String amount) {
    return post(
        "/v1/payments", Map.of("invoice_id", invoiceId, "provider", "CASH", "amount", amount));
  }

  // ------------------------------------------------------------------ time

  /** The business's own time. */
  Instant now() {
    return Instant.parse(clock().path("now").asString());
  }

  private JsonNode clock() {
    return get("/v1/test-clock").require(200).data();
  }

  /** Goes forward and waits until everything on the way has happened. */
  void travel(int days) {
    move(Map.of("days", days));
  }

  /**
   * Noon of a Monday after which three weeks have no holiday, so that every step has its own day.
   */
  void travelToOrdinaryWeeks() {
    var zone = ZoneId.of("Africa/Nairobi");
    var holidays = PublicHolidays.of("KE", Map.of());
    var monday = LocalDate.ofInstant(now(), zone).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    while (monday
        .datesUntil(monday.plusDays(22))
        .anyMatch(day -> holidays.holidayOn(day) != null)) {
      monday = monday.plusWeeks(1);
    }
    travelTo(monday.atTime(12, 0).atZone(zone).toInstant());
  }

  void travelTo(Instant moment) {
    leaveFor(moment);
    awaitArrival();
  }

  private void move(Object body) {
    post("/v1/test-clock", body).require(202);
    awaitArrival();
  }

  /** Sets out and does not wait. */
  void leaveFor(Instant moment) {
    post("/v1/test-clock", Map.of("to", moment.toString())).require(202);
  }

  /** Waits until the clock stands and everything on the way has happened. */
  void awaitArrival() {
    await().atMost(Book.PATIENCE).pollInterval(EVER_LESS_OFTEN).until(this::hasArrived);
  }

  boolean hasArrived() {
    return clock().path("moving_to").asString("").isEmpty();
  }

  JsonNode invoice(String id) {
    return get("/v1/invoices/" + id).require(200).data();
  }

  String status(String id) {
    return invoice(id).path("status").asString();
  }

  JsonNode awaitStatus(String id, String status) {
    return awaitStatus(id, status, SOON);
  }

  JsonNode awaitStatus(String id, String status, Duration atMost) {
    return await()
        .atMost(atMost)
        .until(() -> invoice(id), found -> found.path("status").asString().equals(status));
  }

  List<JsonNode> payments(String invoiceId) {
    return list("/v1/payments?invoice_id=" + invoiceId);
  }

  List<JsonNode> deliveries(String invoiceId) {
    return get("/v1/invoices/" + invoiceId + "/delivery-status")
        .require(200)
        .data()
        .path("deliveries")
        .valueStream()
        .toList();
  }

  /** Plan and history of an invoice, once its customer's cadence has looked at it. */
  List<JsonNode> awaitReminders(String invoiceId) {
    return await()
        .atMost(SOON)
        .until(() -> list("/v1/invoices/" + invoiceId + "/reminders"), found -> !found.isEmpty());
  }

  List<JsonNode> list(String path) {
    return get(path).require(200).data().valueStream().toList();
  }

  List<JsonNode> mails(String invoiceId) {
    return installation.sandbox().mails(payer(), invoiceId);
  }

  /** Whoever holds the link in the latest mail about the invoice. */
  Payer payerOf(String invoiceId) {
    return Payer.reading(
        installation, installation.sandbox().awaitMails(payer(), invoiceId, 1).getLast());
  }

  /** Whoever is given the link by hand. */
  Payer payerByLink(String invoiceId) {
    JsonNode link = post("/v1/invoices/" + invoiceId + "/portal-link", Map.of()).data();
    return new Payer(installation, link.path("url").asString());
  }
}
