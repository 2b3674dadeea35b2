package com.duespark.domain.clerk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duespark.domain.clerk.ClerkEvent.Gone;
import com.duespark.domain.clerk.ClerkEvent.Kind;
import com.duespark.domain.clerk.ClerkEvent.MembershipTold;
import com.duespark.domain.clerk.ClerkEvent.Organization;
import com.duespark.domain.clerk.ClerkEvent.OrganizationTold;
import com.duespark.domain.clerk.ClerkEvent.Unrelated;
import com.duespark.domain.clerk.ClerkEvent.UserTold;
import com.duespark.domain.members.Role;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClerkEventsTest {

  private static ClerkEvent read(String type, String data) {
    return ClerkEvents.read(
        "{\"object\":\"event\",\"type\":\"%s\",\"timestamp\":1,\"data\":%s}".formatted(type, data));
  }

  @Test
  void aPersonHasThePrimaryAddress() {
    var told =
        read(
            "user.created",
            """
            {"id":"user_1","first_name":"Asha","last_name":"Otieno","updated_at":1700000000123,
             "primary_email_address_id":"idn_2","email_addresses":[
              {"id":"idn_1","email_address":"old@example.com","verification":{"status":"verified"}},
              {"id":"idn_2","email_address":"Asha@Example.com","verification":{"status":"verified"}}]}
            """);

    assertThat(told)
        .isEqualTo(
            new UserTold(
                "user_1",
                Instant.ofEpochMilli(1_700_000_000_123L),
                "asha@example.com",
                true,
                "Asha Otieno"));
  }

  @Test
  void aPersonMayHaveNoNameAndAnAddressThatNobodyConfirmed() {
    var told =
        read(
            "user.updated",
            """
            {"id":"user_1","first_name":null,"last_name":null,"username":null,"updated_at":5,
             "primary_email_address_id":"idn_1","email_addresses":[
              {"id":"idn_1","email_address":"asha@example.com","verification":null}]}
            """);

    assertThat(told)
        .isEqualTo(
            new UserTold("user_1", Instant.ofEpochMilli(5), "asha@example.com", false, "asha"));
  }

  @Test
  void aPersonMayHaveNoAddress() {
    var told =
        read(
            "user.created",
            """
            {"id":"user_1","username":"asha","updated_at":5,"primary_email_address_id":null,
             "email_addresses":[]}
            """);

    assertThat(told)
        .isEqualTo(new UserTold("user_1", Instant.ofEpochMilli(5), null, false, "asha"));
  }

  @Test
  void anOrganisationIsNewOrABusinessThatIsHere() {
    var business = UUID.randomUUID();

    assertThat(
            read(
                "organization.created",
                """
                {"id":"org_1","name":" Asha Repairs ","created_by":"user_1","updated_at":5}
                """))
        .isEqualTo(
            new OrganizationTold(
                new Organization("org_1", "Asha Repairs", "user_1", null),
                Instant.ofEpochMilli(5)));
    assertThat(
            read(
                "organization.updated",
                """
                {"id":"org_1","name":"Asha","created_by":null,"updated_at":5,
                 "public_metadata":{"duespark_tenant_id":"%s"}}
                """
                    .formatted(business)))
        .isEqualTo(
            new OrganizationTold(
                new Organization("org_1", "Asha", null, business), Instant.ofEpochMilli(5)));
  }

  @Test
  void aMembershipNamesPersonOrganisationAndRole() {
    assertThat(
            read(
                "organizationMembership.updated",
                """
                {"id":"orgmem_1","role":"org:admin","updated_at":5,
                 "organization":{"id":"org_1","name":"Asha","created_by":"user_1"},
                 "public_user_data":{"user_id":"user_2","identifier":"a@example.com"}}
                """))
        .isEqualTo(
            new MembershipTold(
                "orgmem_1",
                Instant.ofEpochMilli(5),
                new Organization("org_1", "Asha", "user_1", null),
                "user_2",
                "admin"));
  }

  @ParameterizedTest
  @CsvSource({
    "user.deleted, USER",
    "organization.deleted, ORGANIZATION",
    "organizationMembership.deleted, MEMBERSHIP"
  })
  void whatIsDeletedIsNamed(String type, Kind kind) {
    assertThat(read(type, "{\"id\":\"x_1\",\"deleted\":true}")).isEqualTo(new Gone(kind, "x_1"));
  }

  @Test
  void theRestIsNotFollowed() {
    assertThat(read("session.created", "{}")).isEqualTo(new Unrelated("session.created"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"id\":\"user_1\"}",
        "{\"id\":\"user_1\",\"updated_at\":\"yesterday\"}",
        "{\"updated_at\":5}"
      })
  void whatLacksItsIdOrTimeCannotBeRead(String data) {
    assertThatThrownBy(() -> read("user.updated", data))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"user.created\",\"data\":{}} | true",
        "{\"type\":\"user.created\"} | false",
        "{\"data\":{}} | false",
        "[] | false",
        "{ | false"
      })
  void anEventHasATypeAndData(String body, boolean event) {
    assertThat(ClerkEvents.isEvent(body)).isEqualTo(event);
  }

  @Test
  void rolesAreOursByNameAndWhoeverMadeTheOrganisationOwnsIt() {
    var roles = ClerkRoles.with(Map.of("org:bookkeeper", Role.VIEWER, "member", Role.AGENT));

    assertThat(roles.of("org:admin", false)).isEqualTo(Role.ADMIN);
    assertThat(roles.of("admin", true)).isEqualTo(Role.OWNER);
    assertThat(roles.of("org:owner", false)).isEqualTo(Role.OWNER);
    assertThat(roles.of("org:member", true)).isEqualTo(Role.AGENT);
    assertThat(roles.of("org:Bookkeeper", false)).isEqualTo(Role.VIEWER);
    assertThat(roles.of("org:stranger", true)).isEqualTo(Role.VIEWER);
    assertThat(ClerkRoles.with(Map.of()).of("org:member", false)).isEqualTo(Role.STAFF);
  }
}
