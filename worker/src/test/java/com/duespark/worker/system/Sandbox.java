package com.duespark.worker.system;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the providers did and what they are told to do wrong. */
record Sandbox(String url) {
  /** With which its Clerk signs webhooks. */
  static final String CLERK_SECRET = "whsec_c2FuZGJveC1jbGVyay13ZWJob29rLXNlY3JldCE=";

  /** Clerk tells of something; answers the status of each copy. */
  List<Integer> clerkTells(String webhook, String type, Map<String, Object> data, int times) {
    var order = Map.<String, Object>of("url", webhook, "type", type, "data", data, "times", times);
    JsonNode told = Http.post(url + "/sandbox/clerk/events", order).require(200).json();
    return told.path("statuses").valueStream().map(JsonNode::asInt).toList();
  }

  /** A session's token at Clerk. */
  String clerkToken(String user, String organization) {
    var order = Map.<String, Object>of("user", user, "organization", organization);
    return Http.post(url + "/sandbox/clerk/tokens", order)
        .require(201)
        .json()
        .path("jwt")
        .asString();
  }

  void clerkRotates() {
    Http.post(url + "/sandbox/clerk/keys", Map.of("keep", false)).require(201);
  }

  boolean isUp() {
    return Http.get(url + "/sandbox/health").status() == 200;
  }

  /** Orders a misbehaviour; {@link #heal()} ends all of them. */
  void fault(Map<String, Object> fault) {
    Http.post(url + "/sandbox/faults", fault).require(201);
  }

  void heal() {
    Http.call("DELETE", url + "/sandbox/faults", null, Map.of()).require(200);
  }

  /** Mails about an invoice that went to an address, oldest first. */
  List<JsonNode> mails(String to, String invoiceId) {
    return list("/sandbox/mails?to=" + to + "&metadata_invoice_id=" + invoiceId);
  }

  /** Mails that carry this in their metadata, oldest first. */
  List<JsonNode> mailsAbout(String key, String value) {
    return list("/sandbox/mails?metadata_" + key + "=" + value);
  }

  List<JsonNode> mailsTo(String to) {
    return list("/sandbox/mails?to=" + to);
  }

  /** Waits until that many mails went to the address about the invoice. */
  List<JsonNode> awaitMails(String to, String invoiceId, int count) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> mails(to, invoiceId), found -> found.size() >= count);
  }

  /** The payer pays on the card page that is open. */
  void pay(String sessionId) {
    pay(sessionId, "pay");
  }

  /** The payer does something else on it, such as {@code processing}: orders a transfer. */
  void pay(String sessionId, String outcome) {
    act("sessions/" + sessionId + "/pay", Map.of("outcome", outcome));
  }

  /** The payer's bank decides: {@code succeeded} or {@code failed}. */
  void settle(String sessionId, String outcome) {
    act("sessions/" + sessionId + "/async", Map.of("outcome", outcome));
  }

  void refund(String intentId, long amountMinor) {
    act("payment_intents/" + intentId + "/refund", Map.of("amount", amountMinor));
  }

  /** Sends copies of an event at once; answers the status of each. */
  List<Integer> resend(String eventId, int times) {
    JsonNode sent =
        act("events/" + eventId + "/resend", Map.of("times", times, "concurrency", times));
    return sent.path("statuses").valueStream().map(JsonNode::asInt).toList();
  }

  private JsonNode act(String path, Map<String, Object> body) {
    return Http.post(url + "/sandbox/stripe/" + path, body).require(200).json();
  }

  /** The card page as the provider sees it now. */
  JsonNode session(String sessionId) {
    return objects("checkout.session")
        .filter(session -> session.path("id").asString().equals(sessionId))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  /** The events of a type that name the payment or card page, oldest first. */
  List<JsonNode> events(String type, String mentioned) {
    return objects("event")
        .filter(event -> event.path("type").asString().equals(type))
        .filter(event -> event.toString().contains('"' + mentioned + '"'))
        .toList();
  }

  /** The secret with which events for this address are signed. */
  String webhookSecret(String path) {
    return objects("webhook_endpoint")
        .filter(endpoint -> endpoint.path("url").asString().endsWith(path))
        .map(endpoint -> endpoint.path("secret").asString())
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  private Stream<JsonNode> objects(String kind) {
    return list("/sandbox/log?provider=stripe").stream()
        .flatMap(fact -> fact.path("body").path("put").valueStream())
        .filter(object -> object.path("object").asString().equals(kind));
  }

  private List<JsonNode> list(String path) {
    return Http.get(url + path).require(200).data().valueStream().toList();
  }
}
