package com.duespark.domain.clerk;

import com.duespark.domain.members.Role;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Which of the five roles a role at Clerk is. Whoever has a role that nobody named may read.
 *
 * @param named by Clerk's key without its prefix, in lower case
 */
public record ClerkRoles(Map<String, Role> named) {

  private static final String PREFIX = "org:";

  /** Clerk's own two, and a custom role of the same name for each of ours. */
  private static final Map<String, Role> USUAL =
      Map.of(
          "owner", Role.OWNER,
          "admin", Role.ADMIN,
          "member", Role.STAFF,
          "staff", Role.STAFF,
          "agent", Role.AGENT,
          "viewer", Role.VIEWER);

  /** The usual roles, with these instead or besides. */
  public static ClerkRoles with(Map<String, Role> settings) {
    var named = new HashMap<>(USUAL);
    settings.forEach((key, role) -> named.put(plain(key), role));
    return new ClerkRoles(Map.copyOf(named));
  }

  /** {@code org:admin} is {@code admin}: events and old tokens have the prefix, new tokens not. */
  static String plain(String key) {
    var lower = key.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith(PREFIX) ? lower.substring(PREFIX.length()) : lower;
  }

  /**
   * The role of somebody new, or whose role at Clerk changed.
   *
   * @param owns whether they founded the organisation, or own the business by now: then Clerk's
   *     administrator is an owner
   */
  public Role of(String key, boolean owns) {
    var role = named.getOrDefault(plain(key), Role.VIEWER);
    return role == Role.ADMIN && owns ? Role.OWNER : role;
  }
}
