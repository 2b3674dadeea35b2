package com.duespark.domain.accounts;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody signed in with, by names that they know it by.
 *
 * @param browser such as Chrome; null when it is none of the known ones
 * @param system such as Android; null when it is none of the known ones
 */
public record Device(@Nullable String browser, @Nullable String system) {

  /** A word of a user agent, and what it stands for. */
  private record Sign(String word, String name) {}

  /** Most browsers also name those that they are built like, so the particular ones come first. */
  private static final List<Sign> BROWSERS =
      List.of(
          new Sign("Edg", "Edge"),
          new Sign("OPR/", "Opera"),
          new Sign("SamsungBrowser/", "Samsung Internet"),
          new Sign("Firefox/", "Firefox"),
          new Sign("FxiOS/", "Firefox"),
          new Sign("CriOS/", "Chrome"),
          new Sign("Chrome/", "Chrome"),
          new Sign("Safari/", "Safari"),
          new Sign("curl/", "curl"),
          new Sign("python", "Python"),
          new Sign("Java", "Java"));

  private static final List<Sign> SYSTEMS =
      List.of(
          new Sign("iPhone", "iPhone"),
          new Sign("iPad", "iPad"),
          new Sign("Android", "Android"),
          new Sign("CrOS", "ChromeOS"),
          new Sign("Windows", "Windows"),
          new Sign("Macintosh", "macOS"),
          new Sign("Linux", "Linux"));

  public static Device of(@Nullable String userAgent) {
    return new Device(named(BROWSERS, userAgent), named(SYSTEMS, userAgent));
  }

  private static @Nullable String named(List<Sign> signs, @Nullable String userAgent) {
    return Optional.ofNullable(userAgent)
        .flatMap(text -> signs.stream().filter(sign -> text.contains(sign.word())).findFirst())
        .map(Sign::name)
        .orElse(null);
  }
}
