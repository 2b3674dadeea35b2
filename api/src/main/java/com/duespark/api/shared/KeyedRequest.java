package com.duespark.api.shared;

import com.duespark.domain.shared.Refused;
import com.duespark.domain.shared.Tenant;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * A request that carries an idempotency key.
 *
 * @param endpoint method and path pattern
 * @param hash hex of the SHA-256 of method, path, query and body
 */
record KeyedRequest(String endpoint, UUID key, String hash) {

  static final String HEADER = "Idempotency-Key";
  static final String REPLAY = "Idempotent-Replay";

  /** Keys belong to a business; what is asked in none's name is done without. */
  static Optional<KeyedRequest> of(HttpServletRequest request) {
    var header = request.getHeader(HEADER);
    return header == null || Tenant.current().isEmpty()
        ? Optional.empty()
        : Optional.of(new KeyedRequest(Endpoint.of(request), parse(header), hash(request)));
  }

  static UUID parse(String header) {
    try {
      return UUID.fromString(header.strip());
    } catch (IllegalArgumentException e) {
      throw Refused.invalid(HEADER, "FORMAT", "The Idempotency-Key is a UUID");
    }
  }

  void markReplay() {
    if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes context) {
      var response = context.getResponse();
      if (response != null) {
        response.setHeader(REPLAY, "true");
      }
    }
  }

  private static String hash(HttpServletRequest request) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var query = request.getQueryString();
      var line =
          request.getMethod() + " " + request.getRequestURI() + "?" + (query == null ? "" : query);
      digest.update(line.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return HexFormat.of().formatHex(digest.digest(BodyFilter.bytesOf(request)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
