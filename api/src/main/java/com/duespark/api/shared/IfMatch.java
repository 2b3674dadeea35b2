package com.duespark.api.shared;

import com.duespark.domain.shared.Refused;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version a caller believes to change (API-09): header {@code If-Match}, or {@code
 * if_match_version} in the body. Taken as an argument by handlers that update.
 *
 * @param version null when the caller does not care
 */
public record IfMatch(@Nullable Integer version) {

  private static final Pattern ETAG = Pattern.compile("(?:W/)?\"?(\\d{1,9})(?:\\.[0-9a-f]+)?\"?");

  static IfMatch of(@Nullable String header) {
    if (header == null || header.equals("*")) {
      return new IfMatch(null);
    }
    var matcher = ETAG.matcher(header);
    if (!matcher.matches()) {
      throw Refused.invalid("If-Match", "FORMAT", "If-Match is an ETag of this API");
    }
    return new IfMatch(Integer.valueOf(matcher.group(1)));
  }

  /** The header, else the version named in the body. */
  public IfMatch or(@Nullable Integer bodyVersion) {
    return version == null ? new IfMatch(bodyVersion) : this;
  }

  /** Refuses with the latest view when the version moved on. The row should be locked by now. */
  public void check(int current, Supplier<?> latest) {
    if (version != null && version != current) {
      throw new Stale(latest.get());
    }
  }
}
