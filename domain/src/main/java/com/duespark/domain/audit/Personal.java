package com.duespark.domain.audit;

import com.duespark.domain.shared.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which values of an entry are personal, and the hashes that stand for them in the chain (AUD-04).
 * A way names a value: {@code ip_address}, or the keys from {@code before} or {@code after} down,
 * as in {@code after/company/addressLines/0}.
 */
final class Personal {

  static final String IP_ADDRESS = "ip_address";

  /** What an erased text is in a column of its own; in JSON it is an object with this key. */
  static final String ERASED = "erased";

  private static final int SALT_BYTES = 16;
  private static final int HASH_CHARS = 64;

  /**
   * Keys in lower case without underscores: names, addresses, numbers, and what people wrote in
   * their own words.
   */
  private static final Set<String> KEYS =
      Set.of(
          "name",
          "displayname",
          "firstname",
          "lastname",
          "companyname",
          "legalname",
          "fromname",
          "accountname",
          "contactname",
          "email",
          "emails",
          "secondaryemail",
          "replyto",
          "to",
          "recipient",
          "recipients",
          "phone",
          "secondaryphone",
          "whatsapp",
          "addressline1",
          "addressline2",
          "addresslines",
          "city",
          "region",
          "postalcode",
          "taxid",
          "accountnumber",
          "iban",
          "notes",
          "note",
          "message",
          "reason",
          "internalnote",
          "footer");

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final HexFormat HEX = HexFormat.of();

  private Personal() {}

  /** A salt for each personal value, by its way. */
  static Map<String, String> salts(
      @Nullable String before, @Nullable String after, @Nullable String ipAddress) {
    var salts = new TreeMap<String, String>();
    if (ipAddress != null) {
      salts.put(IP_ADDRESS, salt());
    }
    walk("before", before, salts);
    walk("after", after, salts);
    return salts;
  }

  private static void walk(String root, @Nullable String json, Map<String, String> salts) {
    if (json != null) {
      walk(root, Json.tree(json), false, salts);
    }
  }

  private static void walk(
      String way, JsonNode value, boolean personal, Map<String, String> salts) {
    if (value.isObject()) {
      value
          .properties()
          .forEach(
              field -> {
                var key = field.getKey();
                // a key with a slash could not be found again
                if (!key.contains("/")) {
                  walk(way + "/" + key, field.getValue(), personal || isPersonal(key), salts);
                }
              });
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        walk(way + "/" + i, value.get(i), personal, salts);
      }
    } else if (personal && value.isString()) {
      salts.put(way, salt());
    }
  }

  private static boolean isPersonal(String key) {
    return KEYS.contains(key.replace("_", "").toLowerCase(Locale.ROOT));
  }

  private static String salt() {
    var bytes = new byte[SALT_BYTES];
    RANDOM.nextBytes(bytes);
    return HEX.formatHex(bytes);
  }

  /** The hash of a value that is still there; {@code audit_erase()} in V020 makes the same. */
  static byte[] hash(String salt, String value) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(HEX.parseHex(salt));
      return digest.digest(value.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The hash that stands where a value was erased; null when this is not such a place. */
  static byte @Nullable [] erased(JsonNode value) {
    return value.isObject() && value.size() == 1 && value.path(ERASED).isString()
        ? hex(value.path(ERASED).asString())
        : null;
  }

  /** The same for a column of its own. */
  static byte @Nullable [] erased(String value) {
    var mark = ERASED + ":";
    return value.startsWith(mark) ? hex(value.substring(mark.length())) : null;
  }

  private static byte @Nullable [] hex(String text) {
    if (text.length() != HASH_CHARS) {
      return null;
    }
    try {
      return HEX.parseHex(text);
    } catch (IllegalArgumentException notAHash) {
      return null;
    }
  }
}
