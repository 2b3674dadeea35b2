package com.duespark.worker.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.duespark.worker.system.Http.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Signing in through Clerk, told by its webhooks, on the running system (JRN-29). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClerkIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final Rig rig = Rig.running();
  private final String unique = UUID.randomUUID().toString();

  @Test
  void whoeverSignsInWorksInTheBusinessOfTheActiveOrganisation() {
    tellOrganization("Shop"); // before anybody knows who made it
    tellUser("asha");
    tellUser("ben");
    tellMembership("asha", "admin");
    tellMembership("ben", "member");
    tellOrganization("Cafe");

    assertThat(awaitBusiness("asha", "Shop")).isEqualTo("Shop");
    assertThat(awaitBusiness("asha", "Cafe")).isEqualTo("Cafe");
    assertThat(awaitBusiness("ben", "Shop")).isEqualTo("Shop");
    Reply refused = ask("asha", "Nowhere").require(403);
    assertThat(refused.text()).contains("Tenant not initialized");

    rig.sandbox().clerkRotates();
    ask("asha", "Shop").require(200);

    tell("organizationMembership.deleted", Map.of("id", id("orgmem", "ben"), "deleted", true));
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(ask("ben", "Shop").status()).isEqualTo(403));
    ask("asha", "Shop").require(200);
  }

  private void tellOrganization(String name) {
    tell("organization.created", organization(name));
  }

  private Map<String, Object> organization(String name) {
    return Map.of(
        "id", id("org", name), "name", name, "created_by", id("user", "asha"), "updated_at", 1);
  }

  private void tellUser(String name) {
    var address =
        Map.of(
            "id",
            "idn_1",
            "email_address",
            name + "-" + unique + "@example.com",
            "verification",
            Map.of("status", "verified"));
    tell(
        "user.created",
        Map.of(
            "id",
            id("user", name),
            "first_name",
            name,
            "updated_at",
            1,
            "primary_email_address_id",
            "idn_1",
            "email_addresses",
            List.of(address)));
  }

  private void tellMembership(String name, String role) {
    tell(
        "organizationMembership.created",
        Map.of(
            "id", id("orgmem", name),
            "role", "org:" + role,
            "updated_at", 1,
            "organization", organization("Shop"),
            "public_user_data", Map.of("user_id", id("user", name))));
  }

  /** Every event comes twice. */
  private void tell(String type, Map<String, Object> data) {
    assertThat(rig.sandbox().clerkTells(rig.url() + "/v1/webhooks/clerk", type, data, 2))
        .containsExactly(200, 200);
  }

  private String id(String kind, String name) {
    return kind + "_" + name + "_" + unique;
  }

  private String awaitBusiness(String user, String organization) {
    return await()
        .atMost(SOON)
        .until(() -> ask(user, organization), answer -> answer.status() == 200)
        .data()
        .path("name")
        .asString();
  }

  private Reply ask(String user, String organization) {
    String token = rig.sandbox().clerkToken(id("user", user), id("org", organization));
    return Http.call(
        "GET", rig.url() + "/v1/tenant", null, Map.of("Authorization", "Bearer " + token));
  }
}
