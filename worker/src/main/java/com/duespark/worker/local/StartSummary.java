package com.duespark.worker.local;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a person reads once everything answers. */
public final class StartSummary {
  private StartSummary() {}

  /**
   * Addresses and what to know.
   *
   * @param signIn how to sign in to the demo business; null without one
   */
  public static String of(LocalSettings settings, @Nullable String signIn) {
    Map<String, String> addresses = new LinkedHashMap<>();
    addresses.put("Web and API", settings.webAddress());
    settings
        .children()
        .values()
        .forEach(
            child -> {
              if (child.title() != null) {
                addresses.put(child.title(), Objects.requireNonNullElse(child.url(), ""));
              }
            });
    if (settings.bringsTemporal()) {
      addresses.put("Temporal UI", settings.temporalUiAddress());
    }
    if (signIn != null) {
      addresses.put("Demo sign-in", signIn);
    }
    StringBuilder text = new StringBuilder("\nDuespark is up.\n\n");
    addresses.forEach((name, url) -> text.append("  %-14s %s%n".formatted(name, url)));
    text.append("%n  Data and logs are in %s.%n".formatted(settings.dataDirectory()));
    return text.append("  Ctrl-C stops everything.\n").toString();
  }
}
