package com.duespark.sandbox.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reading address lists such as {@code Jane <jane@example.com>, joe@example.com}. */
public final class Addresses {
  private Addresses() {}

  /** The addresses as texts; empty for null. Throws IllegalArgumentException when unreadable. */
  public static List<String> split(@Nullable String list) {
    return parse(list).stream().map(InternetAddress::toUnicodeString).toList();
  }

  /** The address without its name, in lower case. */
  public static String bare(String address) {
    List<InternetAddress> parsed = parse(address);
    return parsed.isEmpty() ? "" : parsed.getFirst().getAddress().toLowerCase(Locale.ROOT);
  }

  public static @Nullable String name(String address) {
    List<InternetAddress> parsed = parse(address);
    return parsed.isEmpty() ? null : parsed.getFirst().getPersonal();
  }

  /** True for an address the sandbox treats as one that bounced before. */
  public static boolean isInactive(String address) {
    return bare(address).startsWith("inactive@");
  }

  private static List<InternetAddress> parse(@Nullable String list) {
    if (list == null || list.isBlank()) {
      return List.of();
    }
    try {
      InternetAddress[] parsed = InternetAddress.parse(list, true);
      for (InternetAddress address : parsed) {
        address.validate();
        if (address.getAddress().indexOf('@') < 0) {
          throw new AddressException("Missing @");
        }
      }
      return Arrays.asList(parsed);
    } catch (AddressException e) {
      throw new IllegalArgumentException("Invalid address: " + list, e);
    }
  }
}
