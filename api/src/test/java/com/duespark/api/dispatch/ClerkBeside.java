package com.duespark.api.dispatch;

import com.duespark.api.shared.Door;
import com.duespark.api.shared.Door.Answer;
import com.duespark.api.shared.Door.Person;
import com.duespark.api.shared.FakeClerk;
import com.duespark.domain.inbox.WebhookEvent;
import com.duespark.domain.secrets.Sealed;
import com.duespark.domain.storage.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Clerk beside the built-in login (AUT-07 to AUT-10, JRN-29): what it tells, and who comes by it.
 * All its tests share one context and so one Clerk, which ends with the process.
 */
abstract class ClerkBeside {

  static final String SECRET = "c2VjcmV0IG9mIHRoZSBlbmRwb2ludA==";
  static final FakeClerk CLERK = new FakeClerk();

  @Autowired Door door;
  @Autowired ClerkDispatch clerk;
  @Autowired Sealed box;

  final JdbcClient rows = JdbcClient.create(TestDatabase.owner());
  private final String unique = UUID.randomUUID().toString().substring(0, 8);

  @DynamicPropertySource
  static void both(DynamicPropertyRegistry settings) {
    settings.add("duespark.login.mode", () -> "both");
    settings.add("duespark.login.clerk.issuer", CLERK::issuer);
    settings.add("duespark.login.clerk.origins", () -> FakeClerk.ORIGIN);
    settings.add("duespark.login.clerk.webhook-secret", () -> "whsec_" + SECRET);
    settings.add("duespark.login.clerk.roles.bookkeeper", () -> "VIEWER");
  }

  // ------------------------------------------------------------------ what Clerk tells

  /** An event that came to the door, and how often. */
  record Event(String id, String type, String data) {}

  Event event(String type, String data) {
    return new Event("msg_" + UUID.randomUUID(), type, data);
  }

  Event user(String name, long at) {
    return user("user.updated", name, at, email(name), "verified");
  }

  Event user(String type, String name, long at, String email, String status) {
    return event(
        type,
        """
        {"id":"%s","first_name":"%s","last_name":null,"username":null,"updated_at":%d,
         "primary_email_address_id":"idn_1","email_addresses":[
          {"id":"idn_1","email_address":"%s","verification":{"status":"%s"}}]}
        """
            .formatted(id("user", name), name, at, email, status));
  }

  Event organization(String name, String creator, long at) {
    return event(
        "organization.created",
        """
        {"id":"%s","name":"%s","created_by":"%s","updated_at":%d}
        """
            .formatted(id("org", name), name, id("user", creator), at));
  }

  Event membership(String organization, String creator, String user, String role, long at) {
    return event(
        "organizationMembership.updated",
        """
        {"id":"%s","role":"org:%s","updated_at":%d,
         "organization":{"id":"%s","name":"%s","created_by":"%s"},
         "public_user_data":{"user_id":"%s"}}
        """
            .formatted(
                membershipId(organization, user),
                role,
                at,
                id("org", organization),
                organization,
                id("user", creator),
                id("user", user)));
  }

  Event gone(String kind, String id) {
    return event(kind + ".deleted", "{\"id\":\"%s\",\"deleted\":true}".formatted(id));
  }

  String membershipId(String organization, String user) {
    return id("orgmem", organization + "-" + user);
  }

  String id(String kind, String name) {
    return kind + "_" + name + "_" + unique;
  }

  String email(String name) {
    return "%s-%s@example.com".formatted(name, unique);
  }

  Answer post(Event event, Instant at, String secret) {
    var body =
        "{\"object\":\"event\",\"type\":\"%s\",\"data\":%s}".formatted(event.type(), event.data());
    return stranger().post("/v1/webhooks/clerk", body, signed(event.id(), at, body, secret));
  }

  static Map<String, String> signed(String id, Instant at, String body, String secret) {
    var seconds = String.valueOf(at.getEpochSecond());
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
      var sum = mac.doFinal((id + "." + seconds + "." + body).getBytes(StandardCharsets.UTF_8));
      return Map.of(
          "svix-id",
          id,
          "svix-timestamp",
          seconds,
          "svix-signature",
          "v1,AAAA v1," + Base64.getEncoder().encodeToString(sum));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Posts it and lets it be dispatched, as the dispatcher does. */
  void tell(Event... events) {
    for (var event : events) {
      post(event, Instant.now(), SECRET).expect(200);
      dispatch(event, 1);
    }
  }

  void dispatch(Event event, int attempt) {
    rows.sql(
            """
            select id, payload_json #>> '{}' as sealed from webhook_events
            where provider = 'clerk' and provider_event_id = ?
            """)
        .param(event.id())
        .query(
            (row, index) ->
                new WebhookEvent(
                    row.getObject("id", UUID.class),
                    "clerk",
                    event.id(),
                    null,
                    null,
                    box.open(row.getString("sealed")),
                    attempt,
                    Instant.now()))
        .list()
        .forEach(clerk::dispatch);
  }

  String status(Event event) {
    return rows.sql("select status from webhook_events where provider_event_id = ?")
        .param(event.id())
        .query(String.class)
        .single();
  }

  int deadLetters(Event event) {
    return rows.sql(
            """
            select count(*) from dead_letters d join webhook_events w
              on d.entity_ref = 'webhook_event/' || w.id
            where w.provider_event_id = ?
            """)
        .param(event.id())
        .query(Integer.class)
        .single();
  }

  // ------------------------------------------------------------------ who comes by it

  Person as(String user, @Nullable String organization) {
    return stranger()
        .with(CLERK.token(id("user", user), organization == null ? null : id("org", organization)));
  }

  static String role(Person person) {
    return person.get("/v1/auth/me").expect(200).text("/data/active/role");
  }

  /** An owner and a member of an organisation that is a business. */
  void shop() {
    tell(
        user("asha", 1),
        organization("shop", "asha", 1),
        membership("shop", "asha", "asha", "admin", 1),
        user("ben", 1),
        membership("shop", "asha", "ben", "member", 1));
  }

  /** Somebody from an address of their own. */
  Person stranger() {
    return door.stranger();
  }

  /** What Clerk is said to have done with an account, in the log of a business, oldest first. */
  List<String> told(UUID tenant) {
    return rows.sql(
            """
            select action from audit_log
            where tenant_id = ? and entity_type = 'user' and actor = 'provider:clerk'
            order by created_at, id
            """)
        .param(tenant)
        .query(String.class)
        .list();
  }
}
