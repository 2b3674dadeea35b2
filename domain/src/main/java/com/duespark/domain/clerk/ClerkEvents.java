package com.duespark.domain.clerk;

import com.duespark.domain.clerk.ClerkEvent.Gone;
import com.duespark.domain.clerk.ClerkEvent.Kind;
import com.duespark.domain.clerk.ClerkEvent.MembershipTold;
import com.duespark.domain.clerk.ClerkEvent.Organization;
import com.duespark.domain.clerk.ClerkEvent.OrganizationTold;
import com.duespark.domain.clerk.ClerkEvent.Unrelated;
import com.duespark.domain.clerk.ClerkEvent.UserTold;
import com.duespark.domain.contacts.Addresses;
import com.duespark.domain.shared.Json;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Clerk's webhooks in our words. Source: github.com/clerk/openapi-specs; clerk.com/docs, "Webhooks
 * overview".
 */
public final class ClerkEvents {

  /** In an organisation's public metadata, which only the instance's own key can write. */
  static final String BUSINESS = "duespark_tenant_id";

  private static final int LONGEST_NAME = 200;

  private ClerkEvents() {}

  /** Whether a body is an event at all. */
  public static boolean isEvent(String body) {
    try {
      var event = Json.tree(body);
      return text(event, "type") != null && event.path("data").isObject();
    } catch (JacksonException notJson) {
      return false;
    }
  }

  /**
   * Reads an event.
   *
   * @throws RuntimeException when something that it must have is missing
   */
  public static ClerkEvent read(String body) {
    var event = Json.tree(body);
    var type = required(event, "type");
    var data = event.path("data");
    return switch (type) {
      case "user.created", "user.updated" -> user(data);
      case "organization.created", "organization.updated" ->
          new OrganizationTold(organization(data), at(data));
      case "organizationMembership.created", "organizationMembership.updated" -> membership(data);
      case "user.deleted" -> new Gone(Kind.USER, required(data, "id"));
      case "organization.deleted" -> new Gone(Kind.ORGANIZATION, required(data, "id"));
      case "organizationMembership.deleted" -> new Gone(Kind.MEMBERSHIP, required(data, "id"));
      default -> new Unrelated(type);
    };
  }

  private static UserTold user(JsonNode data) {
    var primary = primary(data);
    var email = primary.map(address -> text(address, "email_address")).map(Addresses::email);
    boolean verified =
        primary
            .map(address -> text(address.path("verification"), "status"))
            .filter("verified"::equals)
            .isPresent();
    return new UserTold(
        required(data, "id"),
        at(data),
        email.filter(Addresses::isEmail).orElse(null),
        verified,
        name(data, email.orElse("")));
  }

  private static Optional<JsonNode> primary(JsonNode data) {
    var id = text(data, "primary_email_address_id");
    return data.path("email_addresses")
        .valueStream()
        .filter(address -> id != null && id.equals(text(address, "id")))
        .findFirst();
  }

  private static String name(JsonNode data, String email) {
    var full =
        Stream.of("first_name", "last_name")
            .map(field -> Objects.requireNonNullElse(text(data, field), "").strip())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    var otherwise = Objects.requireNonNullElse(text(data, "username"), email.split("@", 2)[0]);
    return cut(full.isEmpty() ? otherwise : full);
  }

  private static MembershipTold membership(JsonNode data) {
    return new MembershipTold(
        required(data, "id"),
        at(data),
        organization(data.path("organization")),
        required(data.path("public_user_data"), "user_id"),
        ClerkRoles.plain(required(data, "role")));
  }

  private static Organization organization(JsonNode data) {
    var business = text(data.path("public_metadata"), BUSINESS);
    var creator = text(data, "created_by");
    return new Organization(
        required(data, "id"),
        cut(required(data, "name").strip()),
        creator == null || creator.isBlank() ? null : creator,
        business == null ? null : UUID.fromString(business));
  }

  private static Instant at(JsonNode data) {
    var updated = data.path("updated_at");
    if (!updated.isIntegralNumber()) {
      throw new IllegalArgumentException("updated_at is missing");
    }
    return Instant.ofEpochMilli(updated.asLong());
  }

  private static String cut(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }

  private static String required(JsonNode node, String field) {
    var value = text(node, field);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(field + " is missing");
    }
    return value;
  }

  private static @Nullable String text(JsonNode node, String field) {
    var value = node.path(field);
    return value.isString() ? value.asString() : null;
  }
}
