package com.duespark.worker.codec;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code duespark.codec.*}.
 *
 * @param enabled whether payloads are encrypted from now on
 * @param token opens the codec endpoint; without it there is none
 * @param uiOrigins where the pages of Temporal's UI come from, as {@code http://127.0.0.1:8233}
 */
@ConfigurationProperties("duespark.codec")
public record CodecProperties(
    @DefaultValue("false") boolean enabled,
    @Nullable String token,
    @DefaultValue List<String> uiOrigins) {

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{32,200}");

  public CodecProperties {
    token = token == null || token.isBlank() ? null : token;
    uiOrigins = uiOrigins.stream().filter(origin -> !origin.isBlank()).toList();
    if (token != null && !TOKEN.matcher(token).matches()) {
      throw new IllegalArgumentException(
          "Set duespark.codec.token to at least 32 letters, digits, - or _; it is part of an address");
    }
  }

  @Override
  public String toString() {
    return "CodecProperties[enabled=%s, token=***, uiOrigins=%s]".formatted(enabled, uiOrigins);
  }
}
